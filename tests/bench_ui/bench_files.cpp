// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long what is imported and exported holds up the thread that does it, each at its documented limit.

#include "activity/activity_file.h"
#include "chart/price_chart.h"
#include "market_file/market_file.h"
#include "preferences/settings_controller.h"
#include "replay/replay_source.h"
#include "server_values/server_config.h"
#include "settings/settings_transfer.h"
#include "settings_dialog/settings_dialog.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>
#include <functional>

using namespace ticker;

namespace {

constexpr int runs = 5;
constexpr double nsPerMs = 1e6;

/// Prints the longest of a few runs.
void measure(const char *what, const std::function<void()> &work)
{
    qint64 longest = 0;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        longest = std::max(longest, timer.nsecsElapsed());
    }
    std::printf("%-52s %8.1f ms\n", what, double(longest) / nsPerMs);
}

/// As large as a file of settings may be.
Settings largestSettings()
{
    constexpr int origins = 22'000;
    Settings settings;
    for (int i = 0; i < origins; ++i)
        settings.access.origins.append(QStringLiteral("https://host%1.example.org").arg(i));
    return settings;
}

void measureSettings(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    const Settings settings = largestSettings();
    measure("settings, 1 MB: export", [&] { (void)exportSettings(path, settings); });
    std::printf("  (%lld bytes)\n", static_cast<long long>(QFile(path).size()));
    measure("settings, 1 MB: read", [&] { (void)importSettings(path); });
    ServerConfig config;
    SettingsController controller(config, {},
                                  {LanAccess::thisMachine(), AutostartFile(QStringLiteral("/usr/bin/tickertray"), {}),
                                   [] { return Settings(); }});
    measure("settings, 1 MB: import, shown in the dialog", [&] { Q_EMIT controller.dialog().importWanted(path); });
}

void measureActivity(const QTemporaryDir &folder)
{
    constexpr int mostLines = 5000;
    constexpr int longestText = 300;
    Activity line;
    line.kind = Activity::Kind::Connected;
    line.address = QStringLiteral("127.0.0.1");
    line.text = QString(longestText, QLatin1Char('"'));
    const Activities lines(mostLines, line);
    const QString path = folder.filePath(QStringLiteral("activity.jsonl"));
    measure("activity, 5,000 lines: save", [&] { (void)saveActivities(path, lines); });
}

void measureChart()
{
    constexpr int instruments = 8;
    constexpr int points = 12'000;
    constexpr int tickMs = 50;
    constexpr qint64 nowMs = 1'795'377'208'000;
    PriceChart chart;
    QList<ChartLine> lines;
    MarketUpdate update;
    update.tape = 1;
    update.timeMs = nowMs;
    for (int i = 0; i < instruments; ++i) {
        const QString symbol = QStringLiteral("SYM%1").arg(i);
        lines.append({symbol, i, 2});
        QList<PricePoint> past;
        for (int at = 0; at < points; ++at)
            past.append({nowMs - qint64(points - at) * tickMs, 100 * (i + 1) + 20 * std::sin(at * 0.7 + i)});
        update.charted.append({symbol, true, {}, past});
    }
    chart.setLines(lines);
    for (const QSize size : {QSize(900, 400), QSize(3840, 2000)}) {
        chart.resize(size);
        chart.show();
        chart.showUpdate(update.charted, update.timeMs);
        QApplication::processEvents();
        const QByteArray where = QByteArray::number(size.width()) + " x " + QByteArray::number(size.height());
        measure(("chart, 8 full lines, " + where + ": SVG").constData(), [&] { (void)chart.svg(); });
        measure(("chart, 8 full lines, " + where + ": drawn for a PNG").constData(), [&] { (void)chart.drawing(); });
        measure(("chart, 8 full lines, " + where + ": PNG, in a thread").constData(), [&] {
            ChartPainting painting(chart.drawing(), nullptr);
            QEventLoop loop;
            QObject::connect(&painting, &ChartPainting::ended, &loop, &QEventLoop::quit);
            loop.exec();
        });
    }
}

/// In the thread of the server, which makes no tick meanwhile.
void measureMarket(const QTemporaryDir &folder)
{
    constexpr int mostInstruments = 500;
    QByteArray bytes("symbol,name,start,model\n");
    for (int i = 0; i < mostInstruments; ++i)
        bytes += "SYM" + QByteArray::number(i) + ",Company " + QByteArray::number(i) + ",100,gbm\n";
    QFile file(folder.filePath(QStringLiteral("market.csv")));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(bytes);
    file.close();
    measure("market, 500 instruments: read", [&] { (void)readMarketFile(file.fileName()); });
    QByteArray comments(4'000'000, '#');
    for (qsizetype i = 80; i < comments.size(); i += 80)
        comments[i] = '\n';
    QFile large(folder.filePath(QStringLiteral("large.csv")));
    if (!large.open(QIODevice::WriteOnly))
        return;
    large.write(comments.left(comments.size() - bytes.size() - 100) + '\n' + bytes);
    large.close();
    measure("market, 4 MB, most of it comments: read", [&] { (void)readMarketFile(large.fileName()); });
}

void measureTicks(const QTemporaryDir &folder)
{
    constexpr int lines = 2'000'000;
    QFile file(folder.filePath(QStringLiteral("ticks.csv")));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("time,symbol,price,size\n");
    QByteArray block;
    for (int i = 0; i < lines; ++i)
        block += QByteArray::number(qint64(1'767'605'400'000) + i) + ",ACME,123.45,100\n";
    file.write(block);
    file.close();
    measure("ticks, 68 MB: open", [&] { (void)ReplaySource::open(file.fileName(), {}); });
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    measureSettings(folder);
    measureActivity(folder);
    measureChart();
    measureMarket(folder);
    measureTicks(folder);
    return 0;
}
