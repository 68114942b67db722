// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "polling/poll_exchange.h"
#include "transport/websocket_channel.h"

#include <QByteArrayList>
#include <QTest>

#include <algorithm>
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
class FakeSocket final : private FastPathSender
{
public:
    FakeSocket() = default;
    ~FakeSocket() = default;
    Q_DISABLE_COPY_MOVE(FakeSocket)

    WebSocketChannel::Receiver *receiver = nullptr;
    QByteArrayList frames;        ///< Sent by the server, whole.
    bool isStream = false;        ///< No WebSocket: what is sent has no frames, and is kept in
    QByteArray stream;            ///< this.
    std::optional<int> closeCode; ///< The server has begun to close.
    bool aborted = false;
    bool destroyed = false; ///< The server's end is gone.
    bool stuck = false;     ///< Takes nothing: what is sent stays unsent.
    qint64 unsent = 0;
    bool hasFastPath = true;
    mutable int fastPathCalls = 0; ///< Frames, or runs of them, that came by the fastPath.
    int sends = 0;                 ///< The same by the ordinary way.
    std::optional<qint64>
        fastPathTakes; ///< So many bytes of the next that comes by the fastPath; the rest stays unsent.
    int depth = 0;     ///< Calls into the receiver that are running.

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
    /// Of WebSocket's own.
    void pong()
    {
        call([](auto &r) { r.pongReceived(); });
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

    /// The kernel takes what is unsent.
    void drain()
    {
        stuck = false;
        unsent = 0;
        call([](auto &r) { r.channelWritable(); });
    }

    [[nodiscard]] bool isOpen() const { return !closeCode && !aborted && !destroyed; }

    // For the server's end

    void append(const QByteArray &bytes)
    {
        if (isStream) {
            stream += bytes;
            return;
        }
        m_incoming = m_incoming.isEmpty() ? bytes : m_incoming + bytes;
        while (m_incoming.size() >= 2 && m_incoming.size() >= frameSize())
            frames.append(takeFrame());
    }
    [[nodiscard]] FastPath laneOf() { return {this, descriptor}; }

private:
    static constexpr qintptr descriptor = 7;

    [[nodiscard]] qint64 send(qintptr sentTo, QByteArrayView bytes) const override
    {
        if (sentTo != descriptor || !isOpen() || unsent > 0)
            qFatal("Sent by a fast path that is closed");
        ++fastPathCalls;
        auto &self = const_cast<FakeSocket &>(*this);
        const qint64 wanted = std::exchange(self.fastPathTakes, std::nullopt).value_or(bytes.size());
        const qint64 taken = stuck ? 0 : std::min<qint64>(wanted, bytes.size());
        self.append(bytes.first(taken).toByteArray());
        if (taken < bytes.size())
            self.stuck = true;
        return taken;
    }
    /// Of the frame that has begun, as the server writes them: without a mask.
    [[nodiscard]] qsizetype frameSize() const
    {
        const int length = m_incoming.at(1) & 0x7f;
        const int more = length < 126 ? 0 : length == 126 ? 2 : 8;
        if (m_incoming.size() < 2 + more)
            return m_incoming.size() + 1;
        quint64 size = more == 0 ? quint64(length) : 0;
        for (int i = 0; i < more; ++i)
            size = size << 8 | quint8(m_incoming.at(2 + i));
        return qsizetype(2 + more + size);
    }
    QByteArray takeFrame()
    {
        if (m_incoming.size() == frameSize())
            return std::exchange(m_incoming, {});
        QByteArray frame = m_incoming.first(frameSize());
        m_incoming.remove(0, frame.size());
        return frame;
    }

    QByteArray m_incoming; ///< The frame that has begun.

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
    void sendFrames(const QByteArray &frames) override
    {
        QVERIFY2(m_socket->isOpen(), "sent on a channel that is closed");
        ++m_socket->sends;
        m_socket->append(frames);
        if (m_socket->stuck)
            m_socket->unsent += frames.size();
    }
    [[nodiscard]] FastPath fastPath() const override
    {
        return m_socket->hasFastPath && m_socket->unsent == 0 ? m_socket->laneOf() : FastPath();
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
