// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"
#include "server_values/server_limits.h"

#include <QByteArrayView>

#include <memory>
#include <optional>
#include <variant>

namespace ticker {

class ChunkedReader;

/// Reads one HTTP/1.x request strictly (RFC 9112): Boost.Beast parses heads, the rules that it leaves to its user are
/// added. Takes time linear in the bytes of a request, and keeps of it no more than its limits allow.
/// Pure: bytes in, value or error out; it knows no socket and no clock. Owned by the connection that feeds it.
class RequestReader final
{
public:
    struct NeedMore final
    {
    };
    /// The head is whole and well-formed.
    struct Head final
    {
        qsizetype bytes = 0; ///< Length of the head, its empty line included.
    };
    struct Complete final
    {
    };
    using HeadResult = std::variant<NeedMore, HttpError, Head>;
    using BodyResult = std::variant<NeedMore, HttpError, Complete>;

    explicit RequestReader(const Limits &limits);
    ~RequestReader();
    Q_DISABLE_COPY_MOVE(RequestReader)

    /// Empty lines that may precede a request (RFC 9112, 2.2): how many bytes to drop before readHead().
    static qsizetype leadingEmptyLines(QByteArrayView bytes);

    /// Looks at all that has arrived of a request and consumes nothing, so that an upgrade can be handed on unread.
    /// Call again with more after NeedMore; the result of a whole head is kept in request().
    HeadResult readHead(QByteArrayView bytes);
    /// Whether the head of request() announces a longer body than the limits allow; readBody() then fails.
    [[nodiscard]] bool isBodyTooLarge() const { return m_isBodyTooLarge; }
    /// Takes bytes of the body that follow the head and tells in *consumed how many: all of them, unless it is whole; what
    /// is left over then belongs to the next request. Call once with no bytes for a request that has no body.
    BodyResult readBody(QByteArrayView bytes, qsizetype *consumed);

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    /// The path under which whoever serves it knows it.
    void setPath(const QByteArray &path) { m_request.path = path; }
    /// The request with its body; the reader is then ready for the next one.
    HttpRequest takeRequest();
    /// Forgets what it has read.
    void clear();

private:
    struct Parser;

    [[nodiscard]] std::optional<HttpError> checkRawHead(QByteArrayView head) const;
    [[nodiscard]] std::optional<HttpError> judgeBeginning(QByteArrayView bytes, qsizetype judged);
    [[nodiscard]] std::optional<HttpError> judgeLine(QByteArrayView bytes, qsizetype judged);
    std::optional<HttpError> parseHead(QByteArrayView head);
    std::optional<HttpError> takeFields(const Parser &parser);
    std::optional<HttpError> takeTarget(QByteArray target);
    std::optional<HttpError> checkFraming(const Parser &parser);
    std::optional<HttpError> takeLength(const QByteArray &length);

    Limits m_limits;
    HttpRequest m_request;
    std::unique_ptr<ChunkedReader> m_chunks; ///< Of a body in chunks; otherwise null.
    qsizetype m_bodyLeft = 0;                ///< Of a body whose length was announced.
    bool m_isBodyTooLarge = false;
    bool m_lineIsJudged = false; ///< The request line of an unfinished head.
    qsizetype m_scanned = 0;     ///< How far an unfinished head was searched for its end already.
};

} // namespace ticker
