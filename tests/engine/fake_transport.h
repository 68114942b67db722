// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "poll_exchange.h"
#include "websocket_channel.h"

#include <QByteArrayList>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace ticker {

/// A polling request whose answer is a value.
class FakeExchange final : public PollExchange
{
public:
    struct Reply final
    {
        int status = 0;
        QByteArray contentType;
        QByteArray body;

        friend bool operator==(const Reply &, const Reply &) = default;
    };

    std::optional<Reply> answer;
    /// Called from within reply(), as a pipelined next request would be.
    std::function<void()> onReply;

    void reply(int status, const QByteArray &contentType, const QByteArray &body) override
    {
        QVERIFY2(!answer, "answered twice");
        QVERIFY2(!m_wasAbandoned, "answered after the client had left");
        answer = Reply{status, contentType, body};
        m_abandoned = nullptr;
        if (onReply)
            onReply();
    }

    void onAbandoned(std::function<void()> callback) override { m_abandoned = std::move(callback); }

    /// The client hangs up.
    void abandon()
    {
        m_wasAbandoned = true;
        if (const auto callback = std::exchange(m_abandoned, nullptr))
            callback();
    }

    [[nodiscard]] bool isPending() const { return !answer; }
    [[nodiscard]] int status() const { return answer ? answer->status : 0; }
    [[nodiscard]] QByteArray body() const { return answer ? answer->body : QByteArray("(pending)"); }

private:
    std::function<void()> m_abandoned;
    bool m_wasAbandoned = false;
};

/// A client's end of a WebSocket, which outlives the server's.
class FakeSocket final
{
public:
    WebSocketChannel::Receiver *receiver = nullptr;
    QByteArrayList frames;        ///< Sent by the server, whole.
    std::optional<int> closeCode; ///< The server has begun to close.
    bool aborted = false;
    bool destroyed = false; ///< The server's end is gone.
    bool stuck = false;     ///< Takes nothing: what is sent stays unsent.
    qint64 unsent = 0;
    int depth = 0; ///< Calls into the receiver that are running.

    void text(const QByteArray &text)
    {
        call([&](auto &r) { r.textReceived(text); });
        call([](auto &r) { r.batchReceived(); });
    }
    void binary(const QByteArray &data)
    {
        call([&](auto &r) { r.binaryReceived(data); });
        call([](auto &r) { r.batchReceived(); });
    }
    /// The connection goes away.
    void vanish()
    {
        call([](auto &r) { r.channelClosed(); });
        receiver = nullptr;
    }

    /// The payloads of the frames, which must be short texts, and forgets them.
    QByteArrayList takeTexts()
    {
        QByteArrayList texts;
        for (const QByteArray &frame : std::exchange(frames, {})) {
            const bool isShort = frame.size() >= 2 && frame.at(1) < 126;
            texts.append(frame.startsWith('\x81') ? frame.sliced(isShort ? 2 : 4) : "(frame) " + frame);
        }
        return texts;
    }

    [[nodiscard]] bool isOpen() const { return !closeCode && !aborted && !destroyed; }

private:
    template<typename Function>
    void call(const Function &function)
    {
        if (!receiver)
            return;
        ++depth;
        function(*receiver);
        --depth;
    }
};

/// The server's end of a FakeSocket.
class FakeChannel final : public WebSocketChannel
{
public:
    explicit FakeChannel(std::shared_ptr<FakeSocket> socket) : m_socket(std::move(socket)) { }
    ~FakeChannel() override
    {
        if (m_socket->depth > 0)
            qFatal("A channel was destroyed beneath its own callback");
        m_socket->destroyed = true;
        m_socket->receiver = nullptr;
    }

    void setReceiver(Receiver *receiver) override { m_socket->receiver = receiver; }
    void sendFrame(const QByteArray &frame) override
    {
        QVERIFY2(m_socket->isOpen(), "sent on a channel that is closed");
        m_socket->frames.append(frame);
        if (m_socket->stuck)
            m_socket->unsent += frame.size();
    }
    [[nodiscard]] qint64 unsentBytes() const override { return m_socket->unsent; }
    void close(quint16 code, const QByteArray &) override
    {
        QVERIFY2(m_socket->isOpen(), "closed twice");
        m_socket->closeCode = code;
    }
    void abort() override { m_socket->aborted = true; }

private:
    std::shared_ptr<FakeSocket> m_socket;
};

} // namespace ticker
