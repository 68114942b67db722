// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {

class ActivityLog;
class ChannelCloser;
class ClientWatch;
class DeadlineQueue;
class DeferredDeleter;
struct Limits;

/// What the sessions of one server share. All of it outlives them.
struct EngineContext final
{
    const Limits &limits;
    DeadlineQueue &deadlines;
    DeferredDeleter &deleter;
    ChannelCloser &closer;
    ActivityLog *log = nullptr;   ///< Null: nobody reads it.
    ClientWatch *watch = nullptr; ///< Null: nobody looks.
};

} // namespace ticker
