// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/client_name.h"

#include "http_codec/raw_parameter.h"

namespace ticker {

Expected<QString, HttpError> clientNameOf(const QByteArray &query)
{
    const QByteArrayList values = rawParameters(query, "client");
    if (values.size() > 1 && values.count(values.first()) != values.size())
        return HttpError{400, "Two different names are given for one client; give one."};
    const QByteArray value = values.value(0).replace('+', ' ');
    const QString name = QString::fromUtf8(QByteArray::fromPercentEncoding(value)).simplified();
    const qsizetype length = name.toUcs4().size(); // an emoji is one character
    if (length > ClientName::longest)
        return HttpError{400,
                         "The name of a client must have at most " + QByteArray::number(ClientName::longest)
                             + " characters, not " + QByteArray::number(length) + '.'};
    return name;
}

} // namespace ticker
