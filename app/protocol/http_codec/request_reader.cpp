// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/request_reader.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>

namespace ticker {

namespace http = boost::beast::http;

namespace {

constexpr QByteArrayView emptyLine = "\r\n\r\n";
/// What at least remains of an unfinished chunked body: "0" and two line ends. Beast asserts on less.
constexpr qsizetype shortestChunkedRest = 5;

/// RFC 9110, 5.6.2.
bool isTokenCharacter(char c)
{
    constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
}

HttpError fromParser(const boost::system::error_code &ec)
{
    if (ec == http::error::header_limit)
        return {431, "The request header is too large."};
    if (ec == http::error::body_limit)
        return {413, "The request body is too large."};
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
    explicit Parser(const Limits &limits) : maxBodyBytes(std::uint64_t(limits.maxBodyBytes))
    {
        parser.eager(false);
        parser.header_limit(std::uint32_t(limits.maxHeadBytes));
        // Looked at here, since Beast would refuse the head for it, and would count a chunk once more each time that it
        // has to wait for the end of its extension.
        parser.body_limit(std::numeric_limits<std::uint64_t>::max());
        parser.on_chunk_header(judgeChunk);
    }

    using JudgeChunk = std::function<void(std::uint64_t, boost::beast::string_view, boost::system::error_code &)>;

    std::uint64_t maxBodyBytes;
    http::request_parser<http::string_body> parser;
    /// Of a chunk that is announced, none of which has been read.
    JudgeChunk judgeChunk = [this](std::uint64_t size, boost::beast::string_view, boost::system::error_code &ec) {
        if (size > maxBodyBytes - parser.get().body().size())
            ec = http::error::body_limit;
    };
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
    m_scanned = bytes.size();
    if (end < 0) {
        if (auto error = judgeBeginning(bytes))
            return *error;
        return NeedMore{};
    }
    m_scanned = 0;
    const QByteArrayView head = bytes.first(end + emptyLine.size());
    if (auto error = judgeBeginning(head))
        return *error;
    if (auto error = checkRawHead(head))
        return *error;
    if (auto error = parseHead(head))
        return *error;
    return Head{head.size()};
}

/// What can be said before the head is whole, so that a TLS handshake or a megabyte of letters is not waited for.
std::optional<HttpError> RequestReader::judgeBeginning(QByteArrayView bytes) const
{
    const qsizetype lineEnd = bytes.indexOf('\n');
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
    if (bytes.size() > m_limits.maxHeadBytes)
        return HttpError{431, "The request header is too large."};
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
        } else if ((c < 0x20 && c != '\t') || c == 0x7f) {
            return HttpError{400, "The request header contains a control character."};
        }
    }
    if (lines - 2 > m_limits.maxHeaderFields)
        return HttpError{431, "The request has too many header fields."};
    return std::nullopt;
}

std::optional<HttpError> RequestReader::parseHead(QByteArrayView head)
{
    m_request = {};
    m_isBodyTooLarge = false;
    m_parser = std::make_unique<Parser>(m_limits);
    boost::system::error_code ec;
    m_parser->parser.put(boost::asio::const_buffer(head.data(), std::size_t(head.size())), ec);
    if (ec)
        return fromParser(ec);
    if (!m_parser->parser.is_header_done())
        return HttpError{400, "Malformed request."};
    if (auto error = takeFields())
        return error;
    return checkFraming();
}

std::optional<HttpError> RequestReader::takeFields()
{
    const auto &message = m_parser->parser.get();
    m_request.method = toByteArray(message.method_string());
    m_request.keepAlive = m_parser->parser.keep_alive();
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
std::optional<HttpError> RequestReader::checkFraming()
{
    const int lengths = m_request.headerCount("content-length");
    const int codings = m_request.headerCount("transfer-encoding");
    if (lengths > 1)
        return HttpError{400, "Content-Length is given more than once."};
    if (lengths == 1 && codings > 0)
        return HttpError{400, "Content-Length and Transfer-Encoding cannot be combined."};
    if (codings > 1 || (codings == 1 && m_request.header("transfer-encoding").trimmed().toLower() != "chunked"))
        return HttpError{501, "The only supported transfer coding is chunked."};
    if (codings == 1 && m_parser->parser.get().version() != 11)
        return HttpError{400, "HTTP/1.0 does not support transfer codings."};
    if (lengths == 1) {
        const QByteArray length = m_request.header("content-length");
        if (length.isEmpty()
            || !std::all_of(length.cbegin(), length.cend(), [](char c) { return c >= '0' && c <= '9'; }))
            return HttpError{400, "Content-Length is not a number."};
        bool ok = false;
        const qulonglong value = length.toULongLong(&ok);
        m_isBodyTooLarge = !ok || value > qulonglong(m_limits.maxBodyBytes);
    }
    return std::nullopt;
}

RequestReader::BodyResult RequestReader::readBody(QByteArrayView bytes, qsizetype *consumed)
{
    Q_ASSERT(m_parser);
    *consumed = 0;
    if (m_isBodyTooLarge)
        return HttpError{413, "The request body is too large."};
    auto &parser = m_parser->parser;
    while (!parser.is_done() && *consumed < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(*consumed);
        if (parser.chunked() && rest.size() < shortestChunkedRest)
            break;
        boost::system::error_code ec;
        const std::size_t used = parser.put(boost::asio::const_buffer(rest.data(), std::size_t(rest.size())), ec);
        *consumed += qsizetype(used);
        if (ec == http::error::need_more)
            break;
        if (ec)
            return fromParser(ec);
        if (used == 0 && !parser.is_done())
            break;
    }
    if (!parser.is_done())
        return NeedMore{};
    return Complete{};
}

HttpRequest RequestReader::takeRequest()
{
    m_request.body = QByteArray::fromStdString(m_parser->parser.get().body());
    m_parser.reset();
    m_scanned = 0;
    return std::exchange(m_request, {});
}

} // namespace ticker
