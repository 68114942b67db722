// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/client_name.h"

#include "http_codec/raw_parameter.h"

namespace ticker {

Expected<QString, HttpError> clientNameOf(const QByteArray &query)
{
    const auto decoded = [](const QByteArray &value) { return decodedParameter(value).simplified(); };
    const QByteArrayList values = rawParameters(query, "client");
    const QString name = decoded(values.value(0));
    for (const QByteArray &other : values) {
        if (decoded(other) != name)
            return HttpError{400, "Two different names are given for one client; give one."};
    }
    const qsizetype length = name.toUcs4().size(); // an emoji is one character
    if (length > ClientName::longest)
        return HttpError{400,
                         "The name of a client must have at most " + QByteArray::number(ClientName::longest)
                             + " characters, not " + QByteArray::number(length) + '.'};
    return name;
}

} // namespace ticker
