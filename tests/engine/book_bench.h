// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed_bench.h"
#include "quotes/live_market.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace ticker {

/// Of books in these tests.
constexpr int mostLevels = 12;

inline MarketSpec specOf(const QStringList &symbols)
{
    MarketSpec spec;
    for (const QString &symbol : symbols) {
        Instrument instrument;
        instrument.symbol = symbol;
        instrument.model = GeometricBrownianModel{0, 0.0003};
        instrument.activity = 0.5;
        instrument.spread = 0.02;
        spec.instruments.push_back(instrument);
    }
    return spec;
}

/// A feed whose market can be another one, and all its books so far.
struct BookBench final
{
    explicit BookBench(const Limits &limits = {}) : feed(limits) { use(specOf(HandMadeMarket::usualSymbols()), 1); }

    void use(const MarketSpec &spec, quint64 seed)
    {
        auto next = std::make_unique<LiveMarket>(spec, seed);
        if (market)
            next->books().follow(market->books());
        feed.server.setCache(next->cache());
        feed.server.setBooks(*next);
        market = std::move(next);
        remember();
    }
    /// Ticks that are due together.
    void tick(int count = 1)
    {
        for (int i = 0; i < count; ++i) {
            market->advance(HandMadeMarket::wallTime);
            remember();
            feed.server.collectTick();
        }
        feed.server.sendTicks();
    }
    void remember()
    {
        for (int i = 0; i < int(market->spec().instruments.size()); ++i) {
            QByteArray text;
            market->books().appendLevels(text, i, market->books().book(i, mostLevels));
            truth[{market->symbols()[i], market->books().update()}] = text;
        }
    }

    FeedBench feed;
    std::unique_ptr<LiveMarket> market;
    std::map<std::pair<QString, quint64>, QByteArray> truth; ///< By symbol and update.
};

/// A client as WIRE.md tells how to be one.
class BookFollower final
{
    using Levels = std::map<double, double>;

public:
    explicit BookFollower(const BookBench &bench) : m_bench(bench) { }

    /// What is wrong with a message; empty: nothing.
    [[nodiscard]] QByteArray take(const QByteArray &text)
    {
        const QJsonObject message = QJsonDocument::fromJson(text).object();
        const QString type = message.value(QStringLiteral("type")).toString();
        if (type == QLatin1String("subscribed"))
            keepOnly(message.value(QStringLiteral("symbols")).toArray());
        if (type != QLatin1String("book"))
            return {};
        if (message.contains(QStringLiteral("tape"))) {
            m_depth = message.value(QStringLiteral("depth")).toInt();
            m_books.clear();
        }
        const QJsonArray books = message.value(QStringLiteral("books")).toArray();
        for (const auto &entry : books) {
            if (const QByteArray why = takeBook(entry.toObject()); !why.isEmpty())
                return why;
        }
        return {};
    }
    [[nodiscard]] int checks() const { return m_checks; }
    [[nodiscard]] int differences() const { return m_differences; }

private:
    struct Book final
    {
        Levels bids;
        Levels asks;
        quint64 update = 0;
    };

    void keepOnly(const QJsonArray &symbols)
    {
        std::erase_if(m_books, [&](const auto &entry) { return !symbols.contains(entry.first); });
    }
    static void apply(Levels *levels, const QJsonArray &changes)
    {
        for (const auto &change : changes) {
            const double size = change.toArray().at(1).toDouble();
            if (size == 0)
                levels->erase(change.toArray().at(0).toDouble());
            else
                (*levels)[change.toArray().at(0).toDouble()] = size;
        }
    }
    QByteArray takeBook(const QJsonObject &entry)
    {
        const QString symbol = entry.value(QStringLiteral("symbol")).toString();
        if (entry.contains(QStringLiteral("update"))) {
            Book &book = m_books[symbol] = {};
            book.update = quint64(entry.value(QStringLiteral("update")).toInteger());
        } else {
            ++m_differences;
            const auto first = quint64(entry.value(QStringLiteral("first")).toInteger());
            if (!m_books.contains(symbol) || first > m_books[symbol].update + 1)
                return "lost before " + QByteArray::number(first);
            m_books[symbol].update = quint64(entry.value(QStringLiteral("last")).toInteger());
        }
        Book &book = m_books[symbol];
        apply(&book.bids, entry.value(QStringLiteral("bids")).toArray());
        apply(&book.asks, entry.value(QStringLiteral("asks")).toArray());
        return check(symbol, book);
    }
    [[nodiscard]] static bool isSame(const Levels &levels, const QJsonArray &truth, int depth, bool isDescending)
    {
        if (int(levels.size()) != std::min<int>(depth, int(truth.size())))
            return false;
        int place = isDescending ? int(levels.size()) - 1 : 0;
        for (const auto &[price, size] : levels) {
            const QJsonArray level = truth.at(place).toArray();
            if (level.at(0).toDouble() != price || level.at(1).toDouble() != size)
                return false;
            place += isDescending ? -1 : 1;
        }
        return true;
    }
    QByteArray check(const QString &symbol, const Book &book)
    {
        ++m_checks;
        const auto truth = m_bench.truth.find({symbol, book.update});
        if (truth == m_bench.truth.end())
            return "no such update: " + QByteArray::number(book.update);
        const QJsonObject whole = QJsonDocument::fromJson('{' + truth->second.sliced(1) + '}').object();
        const bool isRight = isSame(book.bids, whole.value(QStringLiteral("bids")).toArray(), m_depth, true)
            && isSame(book.asks, whole.value(QStringLiteral("asks")).toArray(), m_depth, false);
        return isRight ? QByteArray() : "wrong book at " + QByteArray::number(book.update);
    }

    const BookBench &m_bench;
    std::map<QString, Book> m_books;
    int m_depth = 0;
    int m_checks = 0;
    int m_differences = 0;
};

} // namespace ticker
