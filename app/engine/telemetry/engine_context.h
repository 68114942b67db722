// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {

class ActivityLog;
class ChannelCloser;
class ClientWatch;
class DeadlineQueue;
class DeferredDeleter;
class NamedClients;
class ByteBudget;
struct Limits;

/// What the sessions of one server share. All of it outlives them.
struct EngineContext final
{
    const Limits &limits;
    DeadlineQueue &deadlines;
    DeferredDeleter &deleter;
    ChannelCloser &closer;
    ByteBudget *budget = nullptr;  ///< Null: nobody counts.
    ActivityLog *log = nullptr;    ///< Null: nobody reads it.
    ClientWatch *watch = nullptr;  ///< Null: nobody looks.
    NamedClients *names = nullptr; ///< Null: nobody asks.
};

} // namespace ticker
