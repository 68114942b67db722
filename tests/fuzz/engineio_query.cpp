// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_query.h"

#include "fuzz.h"

using namespace ticker;

namespace {

QByteArray field(const char *name, const QByteArray &value)
{
    return name + ('=' + value.toPercentEncoding()) + '&';
}

QByteArray toQuery(const EngineIoQuery &query)
{
    QByteArray text = field("EIO", query.revision) + field("transport", query.transport) + field("sid", query.sid);
    if (query.jsonp)
        text += field("j", *query.jsonp);
    return text + field("b64", query.base64 ? "1" : "");
}

/// Of two queries in one, the second's fields count.
void checkJoined(const QByteArray &one, const QByteArray &two)
{
    const EngineIoQuery first = parseEngineIoQuery(one);
    const EngineIoQuery second = parseEngineIoQuery(two);
    const EngineIoQuery both = parseEngineIoQuery(one + '&' + two);
    FUZZ_VERIFY(both.revision == second.revision || (second.revision.isEmpty() && both.revision == first.revision));
    FUZZ_VERIFY(both.transport == second.transport
                || (second.transport.isEmpty() && both.transport == first.transport));
    FUZZ_VERIFY(both.sid == second.sid || (second.sid.isEmpty() && both.sid == first.sid));
    FUZZ_VERIFY(both.jsonp == (second.jsonp ? second.jsonp : first.jsonp));
    FUZZ_VERIFY(both.base64 == second.base64 || (!second.base64 && both.base64 == first.base64));
}

} // namespace

/// The input is a query.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    const EngineIoQuery query = parseEngineIoQuery(input);
    FUZZ_VERIFY(parseEngineIoQuery(toQuery(query)) == query);
    FUZZ_VERIFY(parseEngineIoQuery("&&" + input + "&other=1&") == query);
    checkJoined(input.first(input.size() / 2), input.sliced(input.size() / 2));
    return 0;
}
