// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/access_policy.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ticker {

namespace {

struct Authority final
{
    QByteArray host; ///< Lower case, without brackets.
    int port = -1;   ///< -1: none given.
};

/// RFC 3986, 3.2, without user information. Nothing when malformed.
std::optional<Authority> parseAuthority(const QByteArray &text)
{
    Authority result;
    QByteArray port;
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        if (end < 0 || (end + 1 < text.size() && text[end + 1] != ':'))
            return std::nullopt;
        result.host = text.mid(1, end - 1).toLower();
        if (!result.host.contains(':'))
            return std::nullopt;
        port = text.mid(end + 1);
    } else {
        const qsizetype colon = text.indexOf(':');
        result.host = text.left(colon < 0 ? text.size() : colon).toLower();
        port = colon < 0 ? QByteArray() : text.mid(colon);
    }
    if (result.host.isEmpty())
        return std::nullopt;
    if (!port.isEmpty()) {
        port.remove(0, 1);
        const bool digits = std::all_of(port.cbegin(), port.cend(), [](char c) { return c >= '0' && c <= '9'; });
        result.port = port.toInt();
        if (!digits || port.isEmpty() || port.size() > 5 || result.port > 65535)
            return std::nullopt;
    }
    return result;
}

/// Those of names and addresses as browsers send them: other letters come in their ASCII form (RFC 3490).
bool hasOnlyHostCharacters(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || QByteArrayView(".-_:[]").contains(c);
    });
}

bool isLoopbackName(const QByteArray &host)
{
    return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

bool matchesConfigured(const Authority &authority, const QString &configured, quint16 ownPort)
{
    const auto allowed = parseAuthority(configured.toLatin1());
    if (!allowed || allowed->host != authority.host)
        return false;
    if (allowed->port >= 0)
        return authority.port == allowed->port;
    return authority.port < 0 || authority.port == ownPort;
}

/// The client library holds no data, and pages of any origin load it by a plain script element.
bool isClientLibrary(const HttpRequest &request)
{
    return request.method == "GET" && request.path.startsWith("/socket.io/")
        && (request.path.endsWith(".js") || request.path.endsWith(".js.map"));
}

HttpError refusal(int status, const LocalizedText &notice)
{
    return {status, notice.english().toUtf8(), notice};
}

/// Opens a page, perhaps by a link. Where browsers send no Sec-Fetch-Mode, only the first of the types that they accept
/// tells (Fetch standard, 2.2.5), which a frame names too.
bool isNavigation(const HttpRequest &request)
{
    if (request.method != "GET")
        return false;
    const QByteArray mode = request.header("sec-fetch-mode");
    if (mode.isNull())
        return request.header("accept").startsWith("text/html");
    return mode == "navigate" && request.header("sec-fetch-dest") == "document";
}

/// Not asked by a script or a program, but by an image, a sound or a film in a page, or by a prefetch.
bool isForElement(const HttpRequest &request)
{
    const QByteArray accept = request.header("accept");
    const auto isAccepted = [&](QByteArrayView type) { return accept.startsWith(type); };
    static constexpr std::array<QByteArrayView, 3> types{"image/", "audio/", "video/"};
    return std::any_of(types.cbegin(), types.cend(), isAccepted) || !request.header("range").isNull()
        || request.header("sec-purpose").startsWith("prefetch") || request.header("purpose") == "prefetch";
}

/// Scheme, host and port of an address; empty when it has no scheme.
QByteArray originOf(const QByteArray &address)
{
    const qsizetype scheme = address.indexOf("://");
    if (scheme < 0)
        return {};
    const qsizetype host = scheme + qsizetype(qstrlen("://"));
    qsizetype end = host;
    while (end < address.size() && !QByteArrayView("/?#").contains(address[end]))
        ++end;
    return address.left(end);
}

HttpError foreignOrigin(const QByteArray &origin)
{
    return refusal(
        403,
        LocalizedText::tr("The origin \"%1\" is not allowed. Add it to \"allowedOrigins\" in the settings to allow it.")
            .arg(QString::fromUtf8(origin.left(200))));
}

} // namespace

AccessPolicy::AccessPolicy(Rules rules) : m_rules(std::move(rules)) { }

std::optional<HttpError> AccessPolicy::refuse(const HttpRequest &request, Target target) const
{
    if (auto error = refuseHost(request))
        return error;
    const int origins = request.headerCount("origin");
    if (origins > 1)
        return refusal(400, LocalizedText::tr("The request has more than one Origin header."));
    if (origins == 1)
        return refuseOrigin(request.header("origin"));
    if (m_rules.allowAnyOrigin)
        return std::nullopt;
    return refusePage(request, target);
}

bool AccessPolicy::allowsHost(const QByteArray &text) const
{
    const auto authority = parseAuthority(text);
    if (!authority)
        return false;
    if (isLoopbackName(authority->host) && (authority->port < 0 || authority->port == m_rules.port))
        return true;
    return std::any_of(m_rules.hosts.cbegin(), m_rules.hosts.cend(),
                       [&](const QString &host) { return matchesConfigured(*authority, host, m_rules.port); });
}

bool AccessPolicy::allowsOrigin(const QByteArray &origin) const
{
    if (m_rules.allowAnyOrigin)
        return true;
    if (origin == "null")
        return m_rules.allowNullOrigin;
    if (m_rules.origins.contains(QString::fromLatin1(origin), Qt::CaseInsensitive))
        return true;
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (!origin.startsWith(scheme))
            continue;
        const QByteArray text = origin.mid(scheme.size());
        const auto authority = parseAuthority(text);
        // A page of a loopback origin is the user's own, whatever its port: a front end on a development server.
        return authority && (isLoopbackName(authority->host) || allowsHost(text));
    }
    return false;
}

std::optional<QString> AccessPolicy::hostFromText(const QString &text)
{
    const QByteArray host = text.trimmed().toLower().toUtf8();
    if (!hasOnlyHostCharacters(host) || !parseAuthority(host))
        return std::nullopt;
    return QString::fromLatin1(host);
}

/// RFC 6454, 6.2: a scheme and an authority, without the port that the scheme has anyway, and no path.
std::optional<QString> AccessPolicy::originFromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(\A([a-z][a-z0-9+.-]*)://([^/]+)/?\z)"));
    const auto match = form.match(text.trimmed().toLower());
    if (!match.hasMatch())
        return std::nullopt;
    const QString scheme = match.captured(1);
    auto host = hostFromText(match.captured(2));
    if (!host)
        return std::nullopt;
    for (const auto &[name, port] : {std::pair("http", ":80"), std::pair("https", ":443")}) {
        if (scheme == QLatin1String(name) && host->endsWith(QLatin1String(port)))
            host->chop(qstrlen(port));
    }
    return scheme + QStringLiteral("://") + *host;
}

std::optional<HttpError> AccessPolicy::refuseHost(const HttpRequest &request) const
{
    const int hosts = request.headerCount("host");
    if (hosts == 0)
        return refusal(400, LocalizedText::tr("The request has no Host header."));
    if (hosts > 1)
        return refusal(400, LocalizedText::tr("The request has more than one Host header."));
    QByteArray foreign;
    if (!allowsHost(request.header("host")))
        foreign = request.header("host");
    else if (!request.authority.isEmpty() && !allowsHost(request.authority))
        foreign = request.authority;
    else
        return std::nullopt;
    return refusal(
        421,
        LocalizedText::tr("The host \"%1\" is not allowed. Add it to \"allowedHosts\" in the settings to allow it.")
            .arg(QString::fromUtf8(foreign.left(100))));
}

std::optional<HttpError> AccessPolicy::refuseOrigin(const QByteArray &origin) const
{
    if (allowsOrigin(origin))
        return std::nullopt;
    if (origin != "null")
        return foreignOrigin(origin);
    return refusal(403,
                   LocalizedText::tr("Pages without an origin (\"null\"), such as those opened from a file, are not "
                                     "allowed. \"allowNullOrigin\" in the settings allows them, and with them every "
                                     "website, to read the feed."));
}

/// Browsers leave Origin out of plain GETs. Where they trust the address (localhost, HTTPS), Sec-Fetch-Site tells then
/// whose page asks; elsewhere only Referer does, unless that page or its browser holds it back.
std::optional<HttpError> AccessPolicy::refusePage(const HttpRequest &request, Target target) const
{
    const bool opensFeed = target == Target::Feed;
    if (opensFeed && isForElement(request)) {
        return refusal(403,
                       LocalizedText::tr("Images and other elements of a page cannot open a connection to the feed."));
    }
    const QByteArray site = request.header("sec-fetch-site");
    const QByteArray referer = site.isNull() ? foreignReferer(request) : QByteArray();
    if ((site != "cross-site" && referer.isEmpty()) || (!opensFeed && isNavigation(request))
        || isClientLibrary(request))
        return std::nullopt;
    if (!referer.isEmpty())
        return foreignOrigin(referer);
    return refusal(403, LocalizedText::tr("Requests from pages of other sites are not allowed."));
}

/// The origin of the page that asks, if it says so and is not allowed.
QByteArray AccessPolicy::foreignReferer(const HttpRequest &request) const
{
    for (const HttpHeader &field : request.headers) {
        if (field.first != "referer")
            continue;
        QByteArray origin = originOf(field.second);
        if (!origin.isEmpty() && !allowsOrigin(origin))
            return origin;
    }
    return {};
}

} // namespace ticker
