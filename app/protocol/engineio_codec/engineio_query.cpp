// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_query.h"

#include "engineio_codec/engineio_text.h"

namespace ticker {

namespace {

void store(EngineIoQuery &result, const QByteArray &name, const QByteArray &value)
{
    if (name == "EIO")
        result.revision = value;
    else if (name == "transport")
        result.transport = value;
    else if (name == "sid")
        result.sid = value;
    else if (name == "j")
        result.jsonp = value;
    else if (name == "b64")
        result.base64 = !value.isEmpty();
}

} // namespace

EngineIoQuery parseEngineIoQuery(const QByteArray &query)
{
    EngineIoQuery result;
    for (qsizetype start = 0; start < query.size();) {
        qsizetype end = query.indexOf('&', start);
        if (end < 0)
            end = query.size();
        const auto field = QByteArrayView(query).sliced(start, end - start);
        const qsizetype equals = field.indexOf('=');
        if (equals < 0)
            store(result, decodeFormText(field), QByteArray());
        else
            store(result, decodeFormText(field.first(equals)), decodeFormText(field.sliced(equals + 1)));
        start = end + 1;
    }
    return result;
}

} // namespace ticker
