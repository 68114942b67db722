// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

class QJsonObject;
class QJsonValue;

namespace ticker {

// The plain feed: each message is one text, a compact JSON object whose fields have a fixed order. The messages with quotes
// are made by QuoteCache.

/// What a client is told first, and again when the market is another one.
struct FeedHello final
{
    struct Instrument final
    {
        QString symbol;
        QString name;
        QByteArray tickSize; ///< A JSON number.
    };

    QByteArray tape;   ///< What tells this run of the market from every other one.
    quint64 seed = 0;  ///< On the wire a text: as numbers, many readers of JSON keep 53 bits.
    double rateHz = 0; ///< Ticks a second at this moment; 0: paused.
    QString headline;  ///< The symbol of the instrument that Socket.IO's "stock price update" is about.
    QString featured;  ///< The symbol of the one to show to somebody who has chosen none.
    QList<Instrument> instruments;
    QByteArray state; ///< As clients read it; empty while the market runs.
};

/// Instruments as a client names them: "*", or a list of symbols. Whether there are such is for others to say.
struct SymbolChoice final
{
    /// More in one message are refused unread.
    static constexpr qsizetype mostSymbols = 1000;

    bool all = false;
    QStringList symbols; ///< Untrusted; empty when all are meant.

    friend bool operator==(const SymbolChoice &, const SymbolChoice &) = default;
};

/// What a client wants of order books. A value.
struct BookRequest final
{
    static constexpr int usualDepth = 20;
    static constexpr int mostDepth = 500; ///< As OrderBook has them.

    int depth = usualDepth;        ///< Levels of each side.
    bool wantsDifferences = false; ///< Else whole books.
    std::optional<double> maxRate; ///< As FeedRequest's.

    friend bool operator==(const BookRequest &, const BookRequest &) = default;
};

/// What a client asks for. Fields that mean nothing are ignored.
struct FeedRequest final
{
    enum class Action : quint8 {
        Ping,        ///< {"action":"ping"}
        Subscribe,   ///< {"action":"subscribe","symbols":["ACME"],"max_rate":5}, where max_rate may be left out
        Unsubscribe, ///< {"action":"unsubscribe","symbols":"*"}
        MaxRate,     ///< {"action":"max_rate","max_rate":5}
        Heartbeat,   ///< {"action":"heartbeat","every":5}
    };
    Action action = Action::Ping;
    SymbolChoice symbols;
    std::optional<double> maxRate;          ///< Messages with ticks a second; 0: every tick.
    std::chrono::milliseconds heartbeat{0}; ///< From one to the next; 0: none.
    std::optional<QStringList> fields = {}; ///< "fields": what it wants with each quote; nothing: as before.
    std::optional<BookRequest> book = {};   ///< {"channel":"book"}: of order books, else of quotes.

    friend bool operator==(const FeedRequest &, const FeedRequest &) = default;
};

/// Why a message of a client was not understood, or cannot be followed.
struct FeedError final
{
    /// Of what a client sent at most so many characters are repeated.
    static constexpr qsizetype longestQuote = 100;

    enum class Code : quint8 {
        UnknownMessage,
        BinaryMessage,
        BadSymbols,
        TooManySymbols,
        UnknownSymbol,
        BadMaxRate,
        BadHeartbeat,
        BadFields,
        BadChannel,
        BadDepth,
        BadUpdates,
    };

    Code code = Code::UnknownMessage;
    QString message; ///< A sentence for a person.
    QString quote;   ///< What it is about, or how the text begins, untrusted; empty when it was binary.
};

/// The bounds of max_rate, in messages a second; 0 is allowed besides.
struct MaxRateRange final
{
    double lowest = 0;
    double highest = 0;
};

/// The bounds of what a client may ask for, from one heartbeat to the next.
struct HeartbeatRange final
{
    static constexpr std::chrono::seconds shortest{1};
    static constexpr std::chrono::seconds longest{60};
};

/// "unknown_message": the code as clients read it.
[[nodiscard]] QString feedErrorName(FeedError::Code code);

[[nodiscard]] QByteArray encodeFeedHello(const FeedHello &hello);
/// The same with what is this client's own: ,"heartbeat":5 in seconds; without heartbeats it is the same.
[[nodiscard]] QByteArray helloWithHeartbeat(const QByteArray &hello, std::chrono::milliseconds every);
/// The answer to a ping: the time in milliseconds since 1970, UTC.
[[nodiscard]] QByteArray encodeFeedPong(qint64 timeMs);
[[nodiscard]] QByteArray encodeFeedError(const FeedError &error);
/// The object {"code":…,"message":…} alone.
[[nodiscard]] QByteArray encodeErrorObject(const FeedError &error);

/// Reads what a client sent as text, which must be UTF-8.
[[nodiscard]] Expected<FeedRequest, FeedError> decodeFeedRequest(const QByteArray &utf8, const MaxRateRange &range);
/// Symbols from a text like "ACME, BOLT", or "*". Spaces around them and commas too many mean nothing;
/// what comes behind too many symbols is not read.
[[nodiscard]] SymbolChoice splitSymbols(const QString &text);
/// Reads "*", "ACME", "ACME, BOLT" or ["ACME","BOLT"].
[[nodiscard]] Expected<SymbolChoice, FeedError> decodeSymbolChoice(const QJsonValue &value);
/// Reads the field max_rate; undefined and null are no value.
[[nodiscard]] Expected<std::optional<double>, FeedError> decodeMaxRate(const QJsonValue &value,
                                                                       const MaxRateRange &range);
/// Reads the fields depth, updates and max_rate of an object, or the options of an event; what is missing is as usual.
[[nodiscard]] Expected<BookRequest, FeedError> decodeBookOptions(const QJsonObject &options, const MaxRateRange &range);
/// Reads a list of names like ["bid","ask"], or "bid,ask"; undefined and null are none.
[[nodiscard]] Expected<std::optional<QStringList>, FeedError> decodeFieldNames(const QJsonValue &value);
/// Reads a number of seconds within HeartbeatRange, or "off", which is 0.
[[nodiscard]] Expected<std::chrono::milliseconds, FeedError> decodeHeartbeat(const QJsonValue &value);
/// For what a client sent as binary data: nothing of that kind is understood.
[[nodiscard]] FeedError binaryFeedError();
[[nodiscard]] FeedError unknownSymbolError(const QString &symbol);

} // namespace ticker
