// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/file_symbol.h"

#include "instruments/symbol.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace ticker {

namespace {

constexpr qsizetype longestFileSymbol = 16; ///< A longer one is more likely a title.

/// What a file holds, or what became of it; such a word is no symbol.
bool isGeneric(const QString &word)
{
    static const QStringList words =
        QStringLiteral(
            "all bar bars bid ask book candle candles candlestick candlesticks chart combined copy crypto csv "
            "daily data day demo download downloads dump eod example export exported feed file final forex "
            "full hist histdata historical history hour hourly index input intraday json jsonl klines kline "
            "list live log market markets minute minutes monthly my new ohlc ohlcv old order orders output "
            "pipe price prices quote quotes raw record recorded recording replay result results sample samples "
            "series session stdin stock stocks table tape temp test tests tick ticker tickers ticks time tmp trade "
            "trades aggtrades txt tsv untitled values weekly")
            .split(QLatin1Char(' '));
    static const QRegularExpression number(QStringLiteral("[0-9]+\\z"));
    QString plain = word.toLower();
    plain.remove(number); // "test2"
    return words.contains(plain);
}

/// "1m", "60", "5min", "M1", "2024", "20240102", "(1)" of a second download.
bool isIntervalOrDate(const QString &word)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(?:[0-9]+|[0-9]{1,4}(?:s|sec|t|m|min|mins|minutes?|h|hours?|d|days?|w|weeks?|mo|months?|y)"
                       "|[smhdw][0-9]{1,3}|mn1?|\\([0-9]+\\))\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(word).hasMatch();
}

/// The words of a name, each with the sign before it.
struct NameWord final
{
    QChar sign;
    QString text;
};

std::vector<NameWord> wordsOf(const QString &name)
{
    std::vector<NameWord> words{{}};
    for (const QChar c : name) {
        if (QStringLiteral(" _-.").contains(c))
            words.push_back({c, {}});
        else
            words.back().text += c;
    }
    return words;
}

/// Whether a word goes on the symbol that is before it: USD of BTC-USD, B of BRK.B.
bool continuesSymbol(const NameWord &word)
{
    static const QRegularExpression suffix(QStringLiteral("\\A[A-Za-z]{1,3}\\z"));
    return word.sign == QLatin1Char('-') || (word.sign == QLatin1Char('.') && suffix.match(word.text).hasMatch());
}

/// An underscore is also in names of other kinds, as "d01a_2024".
bool mayPrecedeUnderscore(const QString &symbol)
{
    static const QRegularExpression form(QStringLiteral("\\A\\^?[A-Za-z][A-Za-z.=-]*[0-9]{0,4}\\z"));
    return form.match(symbol).hasMatch();
}

bool isFileSymbol(const QString &symbol)
{
    static const QRegularExpression form(QStringLiteral("\\A\\^?[A-Z0-9][A-Z0-9.=-]*[A-Z0-9]\\z"));
    static const QRegularExpression letter(QStringLiteral("[A-Z]"));
    return symbol.size() <= longestFileSymbol && form.match(symbol).hasMatch() && letter.match(symbol).hasMatch()
        && isSymbol(symbol);
}

} // namespace

QString symbolOfFileName(const QString &path)
{
    const std::vector<NameWord> words = wordsOf(QFileInfo(path).completeBaseName());
    const auto isAbout = [](const NameWord &word) { return isIntervalOrDate(word.text) || isGeneric(word.text); };
    QString symbol = words.front().text;
    if (isAbout(words.front()) && !symbol.front().isDigit())
        return {};
    auto rest = words.begin() + 1;
    for (; rest != words.end() && !isAbout(*rest) && continuesSymbol(*rest); ++rest)
        symbol += rest->sign + rest->text;
    const bool isPlain = std::all_of(rest, words.end(), isAbout)
        && (rest == words.end() || rest->sign != QLatin1Char('_') || mayPrecedeUnderscore(symbol))
        && !isIntervalOrDate(symbol);
    const QString upper = symbol.toUpper();
    return isPlain && isFileSymbol(upper) ? upper : QString();
}

} // namespace ticker
