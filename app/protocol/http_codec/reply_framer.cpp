// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/reply_framer.h"

namespace ticker {

namespace {

constexpr QByteArrayView lengthField = "\r\ncontent-length:";

} // namespace

bool ReplyFramer::append(QByteArrayView bytes)
{
    m_bytes.append(bytes);
    if (m_headSize == 0 && !readHead())
        return false;
    return m_bytes.size() >= m_headSize + m_bodySize;
}

bool ReplyFramer::readHead()
{
    const qsizetype end = m_bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    m_headSize = end + 4;
    const qsizetype line = lengthLine();
    if (line >= 0) {
        const qsizetype from = line + lengthField.size();
        m_bodySize = m_bytes.mid(from, m_bytes.indexOf('\r', from) - from).trimmed().toLongLong();
    }
    return true;
}

/// Where the line with Content-Length begins, its line break before it included; -1 when there is none.
qsizetype ReplyFramer::lengthLine() const
{
    return m_bytes.left(m_headSize).toLower().indexOf(lengthField);
}

QByteArray ReplyFramer::take(bool withBody, bool keepAlive)
{
    Q_ASSERT(m_headSize > 0 && m_bytes.size() >= m_headSize + m_bodySize);
    QByteArray reply = m_bytes.left(m_headSize - 2);
    // RFC 9110, 8.6: it would be the length of what a GET without the condition gets, which nobody has looked up.
    if (const qsizetype line = lengthLine(); line >= 0 && reply.startsWith("HTTP/1.1 304"))
        reply.remove(line, reply.indexOf('\r', line + 2) - line);
    reply += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (withBody)
        reply.append(QByteArrayView(m_bytes).sliced(m_headSize, m_bodySize));
    m_bytes.clear();
    m_headSize = 0;
    m_bodySize = 0;
    return reply;
}

} // namespace ticker
