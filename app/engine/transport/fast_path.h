// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace ticker {

/// The shortest way of bytes to many clients: one call each, past everything that belongs to the client. The server layer
/// implements it with the system call, tests with a list. Lives as long as the program.
class FastPathSender
{
public:
    /// Sends what can be sent without waiting. Returns how many bytes were taken, at least 0: less than all when the
    /// client is slow, none when it is gone as well.
    [[nodiscard]] virtual qint64 send(qintptr descriptor, QByteArrayView bytes) const = 0;

protected:
    ~FastPathSender() = default;
};

/// The direct way to one client, open while nothing that was sent to it before waits, or else that would be overtaken.
/// What it does not take is to be given to WebSocketChannel::sendFrames(). A value, of use until the client's state changes.
struct FastPath final
{
    const FastPathSender *path = nullptr; ///< Null: closed.
    qintptr descriptor = -1;

    explicit operator bool() const { return path != nullptr; }
    friend bool operator==(const FastPath &, const FastPath &) = default;
};

} // namespace ticker
