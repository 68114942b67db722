// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/request_reader.h"

#include "http_codec/chunked_reader.h"
#include "http_codec/http_characters.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace ticker {

namespace http = boost::beast::http;

namespace {

constexpr QByteArrayView emptyLine = "\r\n\r\n";

HttpError fromParser(const boost::system::error_code &ec)
{
    if (ec == http::error::header_limit)
        return {431, "The request header is too large."};
    if (ec == http::error::bad_version)
        return {505, "Only HTTP/1.0 and HTTP/1.1 are supported."};
    return {400, "Malformed request: " + QByteArray::fromStdString(ec.message()) + '.'};
}

QByteArray toByteArray(boost::beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

} // namespace

struct RequestReader::Parser final
{
    explicit Parser(const Limits &limits)
    {
        parser.eager(false);
        parser.header_limit(std::uint32_t(limits.maxHeadBytes));
        // Judged here, after Host and Origin.
        parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    http::request_parser<http::empty_body> parser;
};

RequestReader::RequestReader(const Limits &limits) : m_limits(limits) { }

RequestReader::~RequestReader() = default;

qsizetype RequestReader::leadingEmptyLines(QByteArrayView bytes)
{
    qsizetype count = 0;
    while (bytes.sliced(count).startsWith("\r\n"))
        count += 2;
    return count;
}

RequestReader::HeadResult RequestReader::readHead(QByteArrayView bytes)
{
    const qsizetype from = std::max<qsizetype>(0, m_scanned - emptyLine.size() + 1);
    const qsizetype end = bytes.indexOf(emptyLine, from);
    const qsizetype judged = std::exchange(m_scanned, bytes.size());
    const QByteArrayView head = end < 0 ? bytes : bytes.first(end + emptyLine.size());
    if (auto error = judgeBeginning(head, judged))
        return *error;
    if (end < 0)
        return NeedMore{};
    clear();
    if (auto error = checkRawHead(head))
        return *error;
    if (auto error = parseHead(head))
        return *error;
    return Head{head.size()};
}

/// What can be said before the head is whole, so that a TLS handshake or a megabyte of letters is not waited for.
std::optional<HttpError> RequestReader::judgeBeginning(QByteArrayView bytes, qsizetype judged)
{
    if (!m_lineIsJudged) {
        if (auto error = judgeLine(bytes, judged))
            return error;
    }
    if (bytes.size() > m_limits.maxHeadBytes)
        return HttpError{431, "The request header is too large."};
    return std::nullopt;
}

std::optional<HttpError> RequestReader::judgeLine(QByteArrayView bytes, qsizetype judged)
{
    const qsizetype lineEnd = bytes.indexOf('\n', judged);
    const QByteArrayView line = lineEnd < 0 ? bytes : bytes.first(lineEnd);
    const qsizetype methodEnd = line.indexOf(' ');
    const QByteArrayView method = methodEnd < 0 ? line : line.first(methodEnd);
    const bool crAlone = methodEnd < 0 && method.size() == 1 && method[0] == '\r';
    if (!crAlone && !std::all_of(method.cbegin(), method.cend(), isTokenCharacter))
        return HttpError{400, "This is not an HTTP request. Use http://, not https://."};
    if (method.size() > 32 || (methodEnd < 0 && lineEnd >= 0))
        return HttpError{400, "The request line is malformed."};
    if (line.size() > method.size() + 1 + m_limits.maxTargetBytes + qsizetype(sizeof " HTTP/1.1\r"))
        return HttpError{414, "The request target is too long."};
    m_lineIsJudged = lineEnd >= 0;
    return std::nullopt;
}

/// Octets that lenient parsers read differently from strict ones, which is what request smuggling lives on.
std::optional<HttpError> RequestReader::checkRawHead(QByteArrayView head) const
{
    int lines = 0;
    for (qsizetype i = 0; i < head.size(); ++i) {
        const auto c = uchar(head[i]);
        if (c == '\r') {
            if (i + 1 == head.size() || head[i + 1] != '\n')
                return HttpError{400, "The request header contains a bare carriage return."};
        } else if (c == '\n') {
            if (i == 0 || head[i - 1] != '\r')
                return HttpError{400, "A line of the request header ends without a carriage return."};
            if (i + 1 < head.size() && (head[i + 1] == ' ' || head[i + 1] == '\t'))
                return HttpError{400, "Folded header lines are not supported."};
            ++lines;
        } else if (isControlCharacter(head[i])) {
            return HttpError{400, "The request header contains a control character."};
        }
    }
    if (lines - 2 > m_limits.maxHeaderFields)
        return HttpError{431, "The request has too many header fields."};
    return std::nullopt;
}

std::optional<HttpError> RequestReader::parseHead(QByteArrayView head)
{
    Parser parser(m_limits);
    boost::system::error_code ec;
    parser.parser.put(boost::asio::const_buffer(head.data(), std::size_t(head.size())), ec);
    if (ec)
        return fromParser(ec);
    if (!parser.parser.is_header_done())
        return HttpError{400, "Malformed request."};
    if (auto error = takeFields(parser))
        return error;
    return checkFraming(parser);
}

std::optional<HttpError> RequestReader::takeFields(const Parser &parser)
{
    const auto &message = parser.parser.get();
    m_request.method = toByteArray(message.method_string());
    m_request.keepAlive = parser.parser.keep_alive();
    m_request.takesChunks = message.version() == 11;
    for (const auto &field : message)
        m_request.headers.append({toByteArray(field.name_string()).toLower(), toByteArray(field.value())});
    const QByteArray expect = m_request.header("expect").toLower();
    m_request.expectsContinue = expect == "100-continue" && message.version() == 11;
    if (!expect.isEmpty() && expect != "100-continue")
        return HttpError{417, "This expectation cannot be met."};

    static constexpr std::array<QByteArrayView, 7> methods{"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"};
    if (std::find(methods.cbegin(), methods.cend(), QByteArrayView(m_request.method)) == methods.cend())
        return HttpError{501, "The method is not implemented."};
    return takeTarget(toByteArray(message.target()));
}

/// RFC 9112, 3.2: origin form, or absolute form, whose authority the access rules judge like Host.
std::optional<HttpError> RequestReader::takeTarget(QByteArray target)
{
    if (target.size() > m_limits.maxTargetBytes)
        return HttpError{414, "The request target is too long."};
    constexpr QByteArrayView scheme = "http://";
    if (target.left(scheme.size()).toLower() == scheme) {
        target.remove(0, scheme.size());
        const qsizetype slash = std::min(target.indexOf('/') < 0 ? target.size() : target.indexOf('/'),
                                         target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
        m_request.authority = target.left(slash);
        if (m_request.authority.isEmpty())
            return HttpError{400, "The request target has no host."};
        target.remove(0, slash);
        if (!target.startsWith('/'))
            target.prepend('/');
    }
    if (target == "*" && m_request.method == "OPTIONS")
        target = "/";
    if (!target.startsWith('/') || target.contains('#'))
        return HttpError{400, "The request target is malformed."};
    const qsizetype question = target.indexOf('?');
    m_request.path = target.left(question < 0 ? target.size() : question);
    m_request.query = question < 0 ? QByteArray() : target.mid(question + 1);
    while (m_request.path.startsWith("//"))
        m_request.path.remove(0, 1);
    return std::nullopt;
}

/// RFC 9112, 6.3: exactly one way to tell where the body ends.
std::optional<HttpError> RequestReader::checkFraming(const Parser &parser)
{
    const int lengths = m_request.headerCount("content-length");
    const int codings = m_request.headerCount("transfer-encoding");
    if (lengths > 1)
        return HttpError{400, "Content-Length is given more than once."};
    if (lengths == 1 && codings > 0)
        return HttpError{400, "Content-Length and Transfer-Encoding cannot be combined."};
    if (codings > 1 || (codings == 1 && m_request.header("transfer-encoding").trimmed().toLower() != "chunked"))
        return HttpError{501, "The only supported transfer coding is chunked."};
    if (codings == 1 && parser.parser.get().version() != 11)
        return HttpError{400, "HTTP/1.0 does not support transfer codings."};
    if (codings == 1)
        m_chunks = std::make_unique<ChunkedReader>(
            ChunkedReader::Limits{m_limits.maxBodyBytes, m_limits.maxBodyExtraBytes});
    return lengths == 1 ? takeLength(m_request.header("content-length")) : std::nullopt;
}

std::optional<HttpError> RequestReader::takeLength(const QByteArray &length)
{
    if (length.isEmpty() || !std::all_of(length.cbegin(), length.cend(), [](char c) { return c >= '0' && c <= '9'; }))
        return HttpError{400, "Content-Length is not a number."};
    bool ok = false;
    const qulonglong value = length.toULongLong(&ok);
    m_isBodyTooLarge = !ok || value > qulonglong(m_limits.maxBodyBytes);
    if (!m_isBodyTooLarge)
        m_bodyLeft = qsizetype(value);
    return std::nullopt;
}

RequestReader::BodyResult RequestReader::readBody(QByteArrayView bytes, qsizetype *consumed)
{
    Q_ASSERT(!m_request.method.isEmpty()); // the head was read
    *consumed = 0;
    if (m_isBodyTooLarge)
        return HttpError{413, "The request body is too large."};
    if (m_chunks) {
        *consumed = m_chunks->read(bytes, &m_request.body);
        if (m_chunks->error())
            return *m_chunks->error();
        return m_chunks->isDone() ? BodyResult(Complete{}) : NeedMore{};
    }
    *consumed = std::min(bytes.size(), m_bodyLeft);
    m_request.body.append(bytes.first(*consumed));
    m_bodyLeft -= *consumed;
    return m_bodyLeft == 0 ? BodyResult(Complete{}) : NeedMore{};
}

HttpRequest RequestReader::takeRequest()
{
    m_chunks.reset();
    return std::exchange(m_request, {});
}

void RequestReader::clear()
{
    m_request = {};
    m_chunks.reset();
    m_bodyLeft = 0;
    m_isBodyTooLarge = false;
    m_scanned = 0;
    m_lineIsJudged = false;
}

} // namespace ticker
