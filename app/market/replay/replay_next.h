// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

struct ReplayTick;

/// What comes next in a file: a tick; none yet, for the file grows; or none any more. A value.
class ReplayNext final
{
public:
    enum class Kind : quint8 { Tick, NotYet, End };

    /// Only one that says why there is no tick.
    explicit ReplayNext(Kind kind) : m_kind(kind) { Q_ASSERT(kind != Kind::Tick); }
    explicit ReplayNext(const ReplayTick &tick) : m_tick(&tick), m_kind(Kind::Tick) { }

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// There is a tick.
    explicit operator bool() const { return m_tick != nullptr; }
    /// The tick; null: there is none.
    [[nodiscard]] const ReplayTick *tick() const { return m_tick; }
    const ReplayTick &operator*() const { return *m_tick; }
    const ReplayTick *operator->() const { return m_tick; }

private:
    const ReplayTick *m_tick = nullptr;
    Kind m_kind;
};

} // namespace ticker
