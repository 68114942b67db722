// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_api.h"

#include <QFile>

// The macro declares a function of the global namespace, so it can't stand in ours.
static void registerFiles()
{
    Q_INIT_RESOURCE(ticker_api_files);
}

namespace ticker {

namespace {

/// They are embedded, so that there is no reason for which one could not be read.
QByteArray contents(const QString &name)
{
    registerFiles();
    QFile file(QStringLiteral(":/api/") + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return file.readAll();
}

} // namespace

QByteArray openApiDocument()
{
    static const QByteArray document = contents(QStringLiteral("openapi.json"));
    return document;
}

QByteArray messageSchema()
{
    static const QByteArray schema = contents(QStringLiteral("messages.schema.json"));
    return schema;
}

} // namespace ticker
