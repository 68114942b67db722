// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include "system.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace ticker::bench {

Arguments::Arguments(int argc, char **argv, const std::vector<std::string> &names)
{
    constexpr std::string_view dashes = "--";
    for (int i = 1; i < argc; i += 2) {
        const std::string_view given = argv[i];
        const bool known = given.substr(0, dashes.size()) == dashes
            && std::find(names.begin(), names.end(), given.substr(dashes.size())) != names.end();
        if (!known)
            fail((std::string(given) + " is no option").c_str());
        if (i + 1 == argc)
            fail((std::string(given) + " needs a value").c_str());
        m_values[std::string(given.substr(dashes.size()))] = argv[i + 1];
    }
}

std::string Arguments::text(const std::string &name, const std::string &otherwise) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? otherwise : found->second;
}

double Arguments::number(const std::string &name, double otherwise) const
{
    const auto found = m_values.find(name);
    if (found == m_values.end())
        return otherwise;
    char *end = nullptr;
    const double value = std::strtod(found->second.c_str(), &end);
    if (found->second.empty() || *end != '\0' || !(value >= 0))
        fail(("--" + name + ": " + found->second + " is no number of at least 0").c_str());
    return value;
}

} // namespace ticker::bench
