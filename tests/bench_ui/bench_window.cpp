// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_bench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonDocument>

#include <cstdio>

/// Prints as JSON, in milliseconds, how long the window holds up its event loop.
int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    ticker::WindowBench::Plan plan;
    const QCommandLineOption clients(QStringLiteral("clients"), QStringLiteral("Rows of the table."),
                                     QStringLiteral("N"), QString::number(plan.clients));
    const QCommandLineOption snapshots(QStringLiteral("snapshots"), QStringLiteral("Ten a second, of each part."),
                                       QStringLiteral("N"), QString::number(plan.snapshots));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({clients, snapshots});
    parser.process(application);
    plan.clients = qMax(1, parser.value(clients).toInt());
    plan.snapshots = qMax(2, parser.value(snapshots).toInt());
    const QByteArray text = QJsonDocument(ticker::WindowBench(plan).run()).toJson();
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
    return 0;
}
