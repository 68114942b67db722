// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>
#include <variant>

namespace ticker {

/// The value that was asked for, or why there is none. What std::expected is from C++23 on, as far as the codecs need it.
template<typename Value, typename Error>
class Expected final
{
public:
    // Not explicit, so that a function returns either with a plain return statement.
    Expected(Value value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Expected(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    [[nodiscard]] bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    /// Only when hasValue().
    [[nodiscard]] const Value &value() const
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_state);
    }
    /// The value, moved out. Only when hasValue().
    [[nodiscard]] Value takeValue()
    {
        Q_ASSERT(hasValue());
        return std::move(*std::get_if<0>(&m_state));
    }
    /// Only when not hasValue().
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!hasValue());
        return *std::get_if<1>(&m_state);
    }

    const Value &operator*() const { return value(); }
    const Value *operator->() const { return &value(); }

private:
    std::variant<Value, Error> m_state;
};

} // namespace ticker
