// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/request_reader.h"

#include "fuzz.h"

#include <algorithm>
#include <vector>

using namespace ticker;

namespace {

/// Small ones, so that short inputs reach them.
Limits smallLimits()
{
    Limits limits;
    limits.maxHeadBytes = 512;
    limits.maxTargetBytes = 128;
    limits.maxHeaderFields = 8;
    limits.maxBodyBytes = 256;
    limits.maxBodyExtraBytes = 64;
    return limits;
}

bool isSame(const HttpRequest &one, const HttpRequest &other)
{
    return one.method == other.method && one.path == other.path && one.query == other.query
        && one.headers == other.headers && one.body == other.body && one.authority == other.authority
        && one.keepAlive == other.keepAlive && one.expectsContinue == other.expectsContinue;
}

bool hasControls(const QByteArray &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](char c) { return (uchar(c) < ' ' && c != '\t') || c == '\x7f'; });
}

void checkRequest(const HttpRequest &request, const Limits &limits)
{
    FUZZ_VERIFY(request.path.startsWith('/') && !request.path.startsWith("//"));
    FUZZ_VERIFY(!hasControls(request.method + request.path + request.query + request.authority));
    FUZZ_VERIFY(!request.path.contains('?') && !request.path.contains('#'));
    FUZZ_VERIFY(request.headers.size() <= limits.maxHeaderFields);
    for (const auto &[name, value] : request.headers)
        FUZZ_VERIFY(!name.isEmpty() && name == name.toLower() && !hasControls(name + value));
    FUZZ_VERIFY(request.body.size() <= limits.maxBodyBytes);
    // Two servers must not disagree on where a body ends.
    FUZZ_VERIFY(request.headerCount("content-length") + request.headerCount("transfer-encoding") <= 1);
}

/// Feeds a reader as a connection does, with one request after the other.
class Feeder final
{
public:
    void feed(const QByteArray &bytes)
    {
        m_buffer += bytes;
        while (m_status == 0 && (m_inBody ? readBody() : readHead()))
            ;
    }

    [[nodiscard]] bool isLike(const Feeder &other) const
    {
        return m_status == other.m_status && m_inBody == other.m_inBody
            && std::equal(m_requests.begin(), m_requests.end(), other.m_requests.begin(), other.m_requests.end(),
                          isSame);
    }

private:
    /// Whether to go on with the bytes that are there.
    bool readHead()
    {
        m_buffer.remove(0, RequestReader::leadingEmptyLines(m_buffer));
        if (m_buffer.isEmpty())
            return false;
        const auto result = m_reader.readHead(m_buffer);
        if (const auto *error = std::get_if<HttpError>(&result))
            return fail(*error);
        const auto *head = std::get_if<RequestReader::Head>(&result);
        if (head == nullptr)
            return false;
        FUZZ_VERIFY(head->bytes > 0 && head->bytes <= m_buffer.size() && head->bytes <= m_limits.maxHeadBytes);
        m_buffer.remove(0, head->bytes);
        m_inBody = true;
        return true;
    }

    bool readBody()
    {
        qsizetype consumed = 0;
        const auto result = m_reader.readBody(m_buffer, &consumed);
        FUZZ_VERIFY(consumed >= 0 && consumed <= m_buffer.size());
        m_buffer.remove(0, consumed);
        if (const auto *error = std::get_if<HttpError>(&result))
            return fail(*error);
        if (std::holds_alternative<RequestReader::NeedMore>(result)) {
            FUZZ_VERIFY(m_buffer.isEmpty()); // nothing but the body is kept
            return false;
        }
        m_requests.push_back(m_reader.takeRequest());
        checkRequest(m_requests.back(), m_limits);
        m_inBody = false;
        return true;
    }

    bool fail(const HttpError &error)
    {
        FUZZ_VERIFY(!reasonPhrase(error.status).isEmpty() && !error.text.isEmpty());
        m_status = error.status;
        return false;
    }

    Limits m_limits = smallLimits();
    RequestReader m_reader{m_limits};
    QByteArray m_buffer;
    std::vector<HttpRequest> m_requests;
    bool m_inBody = false;
    int m_status = 0; ///< Of the error that ended it.
};

} // namespace

/// The input is what arrives on a connection: at once, byte by byte, and in chunks whose sizes follow from the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    Feeder whole;
    fuzz::checkCuts(input, whole, &Feeder::feed);
    return 0;
}
