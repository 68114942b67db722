// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/market_file.h"
#include "ticker_test.h"

#include <QFile>
#include <QTemporaryDir>

using namespace ticker;

namespace {

Expected<MarketSpec, MarketFileError> readBytes(const QByteArray &bytes)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("market.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        qFatal("cannot write the market");
    return readMarketFile(path);
}

} // namespace

/// Which instrument of a market is shown first.
class FeaturedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNamedOrFound();
};

/// The one that the file names; else the first that is not uniform; else the first.
void FeaturedTest::isNamedOrFound()
{
    const QByteArray uniform = R"({"symbol":"A","start":1,"model":"uniform"})";
    const QByteArray shares = R"(,{"symbol":"B","start":2},{"symbol":"C","start":3})";
    const auto featuredOf = [](const QByteArray &bytes) {
        const auto market = readBytes(bytes);
        return market ? market->instruments[std::size_t(market->featured())].symbol : market.error().message.english();
    };
    QCOMPARE(featuredOf('[' + uniform + ']'), QStringLiteral("A"));
    QCOMPARE(featuredOf('[' + uniform + shares + ']'), QStringLiteral("B"));
    for (const char *symbol : {"A", "B", "C"}) {
        QCOMPARE(featuredOf(R"({"featured":")" + QByteArray(symbol) + R"(","instruments":[)" + uniform + shares + "]}"),
                 QString::fromLatin1(symbol));
    }
    QCOMPARE(builtInMarket().featured(), 1);
}

TICKER_TEST(FeaturedTest)
#include "tst_featured.moc"
