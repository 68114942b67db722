// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace ticker {

/// What a WebSocket client says.
struct WebSocketMessage final
{
    enum class Kind : quint8 { Text, Binary, Ping, Pong, Close };
    static constexpr quint16 noCloseCode = 1005; ///< RFC 6455, 7.1.5: there was none. It is never sent.

    Kind kind = Kind::Text;
    QByteArray data; ///< Of Text and Close, whose reason it is, valid UTF-8. Of a control frame <= 125 bytes.
    quint16 closeCode = noCloseCode; ///< Of Close only.
};

/// Why a connection must be closed.
struct WebSocketError final
{
    enum class Code : quint8 {
        ReservedBits,      ///< No extension was agreed on that would give them a meaning.
        InvalidOpcode,     ///< An unknown one, a continuation of nothing, or a new message within another.
        FragmentedControl, ///< A control frame without FIN.
        ControlLength,     ///< A control frame of more than 125 bytes, or a Close of one byte.
        NotMasked,
        InvalidCloseCode, ///< One that must not be sent, or that nobody has defined.
        MessageTooBig,
        TooManyFragments,
        InvalidUtf8,
    };
    Code code = Code::ReservedBits;
    quint16 closeCode = 0; ///< The status to close with, by RFC 6455, 7.4.1: 1002, 1007, 1008 or 1009.
};

/// Reads what a WebSocket client sends (RFC 6455, section 5), without extensions, as strictly as the reference server
/// and with its status codes. Like there, a length need not have its shortest form.
/// Pure: bytes in, value or error out, however the bytes are cut; it knows no socket and no clock. Owned by the
/// connection that feeds it. Takes time linear in the bytes, and memory for what has arrived, not for what was
/// announced; a reader that is in the middle of nothing holds none.
class WebSocketReader final
{
public:
    /// Of one message, those without payload included, since they cost time all the same.
    static constexpr int maxFragments = 16 * 1024;

    /// The limit holds for the whole of a message, all its fragments. Control frames do not count.
    explicit WebSocketReader(qsizetype maxMessageBytes);

    /// What has arrived. It is ignored after a Close and after an error.
    void append(QByteArrayView bytes);
    /// The next whole message; nothing when more bytes are needed, and always after a Close; or the error, which is
    /// final: from then on it is returned each time. Call it until it returns no message, after each append().
    [[nodiscard]] Expected<std::optional<WebSocketMessage>, WebSocketError> next();

    /// Whether a frame or a fragmented message has begun and is not whole. Only after next() has returned nothing.
    [[nodiscard]] bool isUnfinished() const { return m_headBytes > 0 || m_fragments > 0; }
    /// The bytes that are kept until next() can return them or reads them.
    [[nodiscard]] qsizetype bufferedBytes() const;

private:
    [[nodiscard]] qsizetype read(QByteArrayView bytes);
    void readHead(QByteArrayView *bytes);
    [[nodiscard]] bool gatherHead(QByteArrayView *bytes, qsizetype end);
    [[nodiscard]] std::optional<WebSocketError> judgeStart() const;
    [[nodiscard]] std::optional<WebSocketError> judgeLength() const;
    [[nodiscard]] bool isControl() const;
    [[nodiscard]] quint64 payloadLength() const;
    void beginPayload();
    void readPayload(QByteArrayView *bytes);
    void finishFrame();
    void finishControl();
    void finishMessage();
    void end();
    void fail(const WebSocketError &error);

    qsizetype m_maxMessageBytes;

    /// The frame's header as far as it is there: two bytes, up to eight of a longer length, four of the mask.
    std::array<char, 14> m_head{};
    quint8 m_headBytes = 0; ///< 0 between frames.
    bool m_inPayload = false;
    WebSocketMessage::Kind m_kind = WebSocketMessage::Kind::Text; ///< Of the message that m_message is of.
    int m_fragments = 0;                                          ///< That have begun; 0 between messages.
    qsizetype m_payloadBytes = 0;                                 ///< Of the frame, when it is whole.
    qsizetype m_payloadRead = 0;
    QByteArray m_message; ///< Unmasked, with what has arrived of the fragment that is not whole.
    QByteArray m_control; ///< The same of a control frame, which may come between two fragments.

    std::optional<WebSocketMessage> m_ready; ///< Whole and not handed out. Nothing is read beyond it.
    QByteArray m_rest;                       ///< What followed it, from m_restStart on.
    qsizetype m_restStart = 0;
    bool m_closed = false;
    std::optional<WebSocketError> m_error;
};

} // namespace ticker
