// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"

#include <cstdio>
#include <string_view>
#include <vector>

namespace {

std::vector<ticker::test::TestClass> &testClasses()
{
    static std::vector<ticker::test::TestClass> classes;
    return classes;
}

/// The source's name without folders and ending.
std::string_view nameOf(const ticker::test::TestClass &entry)
{
    std::string_view name = entry.source;
    name.remove_prefix(name.find_last_of('/') + 1);
    return name.substr(0, name.find('.'));
}

} // namespace

bool ticker::test::addTestClass(TestClass entry)
{
    testClasses().push_back(entry);
    return true;
}

int main(int argc, char **argv)
{
    for (const ticker::test::TestClass &entry : testClasses()) {
        // The name takes the place of the program's, as if each class had a program to itself.
        if (argc > 1 && nameOf(entry) == argv[1])
            return entry.run(argc - 1, argv + 1);
    }
    std::fputs("The first argument is one of these; those of Qt Test follow it.\n", stderr);
    for (const ticker::test::TestClass &entry : testClasses())
        std::fprintf(stderr, "    %.*s\n", static_cast<int>(nameOf(entry).size()), nameOf(entry).data());
    return 2;
}
