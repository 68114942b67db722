// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace ticker::bench {

/// A command line of `--name value` pairs. Ends the process with a line on standard error when it is not understood.
class Arguments final
{
public:
    /// @p names are all that may be given, without their dashes.
    Arguments(int argc, char **argv, const std::vector<std::string> &names);

    [[nodiscard]] bool has(const std::string &name) const { return m_values.count(name) != 0; }
    [[nodiscard]] std::string text(const std::string &name, const std::string &otherwise) const;
    /// A number of at least 0.
    [[nodiscard]] double number(const std::string &name, double otherwise) const;

private:
    std::map<std::string, std::string> m_values;
};

} // namespace ticker::bench
