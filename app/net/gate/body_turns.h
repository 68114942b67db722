// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>

namespace ticker {

/// Gives those who send long bodies their turns, one after the other. All together get only so many bytes in one pass of
/// the event loop, whatever was asked for, so that ticks and short replies do not wait. Server thread; owned by the context.
class BodyTurns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BodyTurns)

public:
    class Sender
    {
    public:
        virtual ~Sender() = default;
        /// Sends a piece and returns its bytes. May join again, and may be destroyed by it.
        virtual qsizetype takeTurn() = 0;

    private:
        friend class BodyTurns;
        bool m_waits = false; ///< It is in the line.
    };

    explicit BodyTurns(QObject *parent = nullptr) : QObject(parent) { }

    /// At the end of the line, once.
    void join(Sender &sender);
    /// To be called before it is destroyed.
    void leave(Sender &sender);

private:
    void pass();
    void passLater();

    std::deque<Sender *> m_line;
    bool m_isCalled = false; ///< The event loop will call pass().
};

} // namespace ticker
