// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocket_codec/websocket_reader.h"

#include "fuzz.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

using namespace ticker;
using Kind = WebSocketMessage::Kind;

namespace {

constexpr qsizetype maxMessageBytes = 300; // few, so that short inputs reach them
constexpr qsizetype maxControlBytes = 125;
constexpr qsizetype maxHeadBytes = 14;

/// A reader with all that came out of it.
class Client final
{
public:
    void send(const QByteArray &bytes)
    {
        m_sent += bytes.size();
        m_reader.append(bytes);
        while (readOne())
            FUZZ_VERIFY(qsizetype(m_messages.size()) <= m_sent); // it ends
        FUZZ_VERIFY(m_reader.bufferedBytes() <= maxMessageBytes + maxControlBytes + maxHeadBytes);
        FUZZ_VERIFY(m_reader.isUnfinished() || m_reader.bufferedBytes() == 0);
    }

    [[nodiscard]] bool isLike(const Client &other) const
    {
        const auto isSame = [](const WebSocketMessage &one, const WebSocketMessage &another) {
            return one.kind == another.kind && one.data == another.data && one.closeCode == another.closeCode;
        };
        return m_error == other.m_error && m_reader.isUnfinished() == other.m_reader.isUnfinished()
            && std::equal(m_messages.begin(), m_messages.end(), other.m_messages.begin(), other.m_messages.end(),
                          isSame);
    }

    [[nodiscard]] bool isBroken() const { return m_error.has_value(); }
    [[nodiscard]] const std::vector<WebSocketMessage> &messages() const { return m_messages; }

private:
    bool readOne()
    {
        const auto next = m_reader.next();
        if (!next) {
            FUZZ_VERIFY(!m_error || m_error == next.error().code); // the first one is final
            m_error = next.error().code;
            return false;
        }
        if (!next.value())
            return false;
        FUZZ_VERIFY(!m_error && (m_messages.empty() || m_messages.back().kind != Kind::Close));
        check(*next.value());
        m_messages.push_back(*next.value());
        return true;
    }

    static void check(const WebSocketMessage &message)
    {
        const bool isMessage = message.kind == Kind::Text || message.kind == Kind::Binary;
        FUZZ_VERIFY(message.data.size() <= (isMessage ? maxMessageBytes : maxControlBytes));
        FUZZ_VERIFY((message.kind != Kind::Text && message.kind != Kind::Close) || message.data.isValidUtf8());
        FUZZ_VERIFY(message.kind == Kind::Close || message.closeCode == WebSocketMessage::noCloseCode);
    }

    WebSocketReader m_reader{maxMessageBytes};
    std::vector<WebSocketMessage> m_messages;
    std::optional<WebSocketError::Code> m_error;
    qsizetype m_sent = 0;
};

/// As a client sends it, in one frame.
QByteArray encode(const WebSocketMessage &message)
{
    constexpr std::array opcodes{0x1, 0x2, 0x9, 0xa, 0x8}; // by kind
    constexpr qsizetype longestShort = 125;
    const QByteArray mask("\xa5\x01\x80\x7f");
    QByteArray data = message.data;
    if (message.closeCode != WebSocketMessage::noCloseCode)
        data.prepend(char(message.closeCode & 0xff)).prepend(char(message.closeCode >> 8));

    QByteArray frame(1, char(0x80 | opcodes.at(std::size_t(message.kind))));
    const qsizetype size = data.size();
    if (size > longestShort)
        frame.append(char(0x80 | 126)).append(char(size >> 8)).append(char(size & 0xff));
    else
        frame.append(char(0x80 | size));
    frame += mask;
    for (qsizetype i = 0; i < size; ++i)
        frame += char(data[i] ^ mask[i % mask.size()]);
    return frame;
}

} // namespace

/// The input is what arrives on a connection: at once, byte by byte, and in chunks whose sizes follow from the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    Client whole;
    fuzz::checkCuts(input, whole, &Client::send);

    Client again;
    for (const WebSocketMessage &message : whole.messages())
        again.send(encode(message));
    FUZZ_VERIFY(!again.isBroken() && again.messages().size() == whole.messages().size());
    for (std::size_t i = 0; i < again.messages().size(); ++i)
        FUZZ_VERIFY(encode(again.messages()[i]) == encode(whole.messages()[i]));
    return 0;
}
