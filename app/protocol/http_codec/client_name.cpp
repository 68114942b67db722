// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/client_name.h"

namespace ticker {

Expected<QString, HttpError> clientNameOf(const QByteArray &query)
{
    const QByteArray key("client=");
    if (!query.contains(key))
        return QString();
    for (QByteArray part : query.split('&')) {
        if (!part.startsWith(key))
            continue;
        part.replace('+', ' ');
        const QString name = QString::fromUtf8(QByteArray::fromPercentEncoding(part.sliced(key.size()))).simplified();
        if (name.size() > ClientName::longest)
            return HttpError{400,
                             "The name of a client must have at most " + QByteArray::number(ClientName::longest)
                                 + " characters, not " + QByteArray::number(name.size()) + '.'};
        return name;
    }
    return QString();
}

} // namespace ticker
