// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/market_file_words.h"

#include "instruments/symbol.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace ticker {

namespace {

constexpr qsizetype longestQuote = 100;
constexpr qsizetype longestName = 80;

struct KnownName final
{
    const char *name;
    const char *others; ///< Separated by blanks, in the form of plainName().
};

constexpr std::array<KnownName, 28> fields{{
    {"symbol", "ticker code tickersymbol"},
    {"name", "company companyname title"},
    {"start", "price startprice startingprice initialprice"},
    {"tickSize", "tick pricetick increment"},
    {"activity", ""},
    {"spread", "bidask bidaskspread"},
    {"depth", "levelsize booksize"},
    {"sector", "industry branch sectorname"},
    {"model", "type modeltype pricemodel"},
    {"lowest", "low min minimum lowestprice"},
    {"highest", "high max maximum highestprice"},
    {"step", "stepsize"},
    {"drift", "mu"},
    {"volatility", "vol sigma"},
    {"mean", "meanprice"},
    {"speed", "kappa reversionspeed meanreversionspeed"},
    {"jumpsPerTick", "jumps jumprate intensity lambda"},
    {"jumpMean", "meanjump"},
    {"jumpDeviation", "jumpdev jumpstd jumpvolatility"},
    {"regimes", "regime"},
    {"leave", "leaving"},
    {"alpha", "arch"},
    {"beta", ""},
    {"ticksPerDay", "dayticks"},
    {"sectors", "industries branches"},
    {"marketCorrelation", "marketfactor"},
    {"correlations", "correlationmatrix"},
    {"day", "dayshape shapeofday"},
}};

constexpr std::array<KnownName, 7> models{{
    {"uniform", "random uniformrandom"},
    {"randomWalk", "walk simplerandomwalk symmetricrandomwalk"},
    {"gbm", "geometricbrownianmotion geometricbrownian blackscholes"},
    {"meanReversion", "meanreverting ou ornsteinuhlenbeck schwartz"},
    {"jumpDiffusion", "jumps merton mertonjumpdiffusion"},
    {"regimes", "regime regimeswitching markovswitching hamilton"},
    {"garch", "garch11 garch(1,1) bollerslev clustering volatilityclustering"},
}};

QString plainName(const QString &name)
{
    QString plain;
    for (const QChar c : name.left(longestQuote)) {
        if (c != QLatin1Char('-') && c != QLatin1Char('_') && !c.isSpace())
            plain.append(c.toLower());
    }
    return plain;
}

QString known(std::span<const KnownName> names, const QString &written)
{
    const QString plain = plainName(written);
    for (const KnownName &known : names) {
        QString name = QString::fromLatin1(known.name);
        if (plain == name.toLower()
            || (!plain.isEmpty() && QString::fromLatin1(known.others).split(QLatin1Char(' ')).contains(plain)))
            return name;
    }
    return {};
}

/// How many characters have to be put in, left out, changed or swapped with their neighbour to make one of the other.
qsizetype distance(const QString &one, const QString &other)
{
    const auto width = std::size_t(other.size()) + 1;
    std::vector<qsizetype> beforeLast(width);
    std::vector<qsizetype> last(width);
    std::vector<qsizetype> row(width);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < one.size(); ++i) {
        std::swap(beforeLast, last);
        std::swap(last, row);
        row[0] = i + 1;
        for (qsizetype j = 0; j < other.size(); ++j) {
            const auto at = std::size_t(j);
            const qsizetype changed = last[at] + (one[i] == other[j] ? 0 : 1);
            row[at + 1] = std::min({changed, last[at + 1] + 1, row[at] + 1});
            if (i > 0 && j > 0 && one[i] == other[j - 1] && one[i - 1] == other[j])
                row[at + 1] = std::min(row[at + 1], beforeLast[at - 1] + 1);
        }
    }
    return row.back();
}

/// At most every third character is another one, or the beginning of the name was written.
bool isLike(const QString &plain, const QString &name)
{
    constexpr qsizetype charactersPerChange = 3;
    constexpr qsizetype shortestBeginning = 3;
    return distance(plain, name) <= std::max(plain.size(), name.size()) / charactersPerChange
        || (plain.size() >= shortestBeginning && name.startsWith(plain));
}

/// Which of the names was meant; empty: none of them is like it.
QString likeName(const QString &written, const QStringList &names)
{
    for (const QString &otherwise : {knownField(written), knownModel(written)}) {
        if (names.contains(otherwise))
            return otherwise;
    }
    const QString plain = plainName(written);
    QString best;
    for (const QString &name : names) {
        const bool isNearer = best.isEmpty() || distance(plain, name.toLower()) < distance(plain, best.toLower());
        if (isLike(plain, name.toLower()) && isNearer)
            best = name;
    }
    return best;
}

bool isControl(QChar character)
{
    const QChar::Category category = character.category();
    return category == QChar::Other_Control || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

} // namespace

LocalizedText lineOf(QByteArrayView text, qsizetype offset)
{
    qsizetype line = 1;
    for (qsizetype i = 0; i < offset; ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && !text.sliced(i + 1).startsWith('\n')))
            ++line;
    }
    return LocalizedText::tr("line %1").arg(line);
}

QString quoted(const QString &text)
{
    // In whole characters, so that none is cut in two.
    QString quote;
    const QList<uint> characters = text.left(2 * longestQuote).toUcs4().mid(0, longestQuote);
    for (const char32_t c : characters)
        quote.append(QChar::isPrint(c) ? QString::fromUcs4(&c, 1) : QStringLiteral("?"));
    return QLatin1Char('"') + quote + QLatin1Char('"');
}

QString numberText(double number)
{
    constexpr double least = 1e-12;
    constexpr double most = 1e15;
    const double size = std::abs(number);
    const bool isPlain = size == 0 || (size >= least && size < most);
    return QString::number(number, isPlain ? 'f' : 'g', QLocale::FloatingPointShortest);
}

LocalizedText listed(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return LocalizedText::tr("%1 and %2")
        .arg(names.first(names.size() - 1).join(QStringLiteral(", ")))
        .arg(names.last());
}

QString knownField(const QString &written)
{
    return known(fields, written);
}

QString knownModel(const QString &written)
{
    return known(models, written);
}

QStringList allModels()
{
    QStringList names;
    for (const KnownName &model : models)
        names.append(QString::fromLatin1(model.name));
    return names;
}

LocalizedText suggestion(const QString &written, const QStringList &names)
{
    const QString name = likeName(written, names);
    return name.isEmpty() ? LocalizedText() : LocalizedText::tr(" Did you mean %1?").arg(quoted(name));
}

std::optional<LocalizedText> nameProblem(const QString &name)
{
    // Of a name that may be megabytes long no more is looked at than it takes.
    if (name.size() > 2 * longestName || name.toUcs4().size() > longestName)
        return LocalizedText::tr("This name is too long. Write at most %1 characters.").arg(longestName);
    if (std::any_of(name.begin(), name.end(), isControl) || !name.isValidUtf16()) {
        return LocalizedText::tr(
                   "The name %1 contains a control character. Write it on one line, without control characters.")
            .arg(quoted(name));
    }
    return std::nullopt;
}

std::optional<LocalizedText> symbolProblem(const QString &symbol)
{
    if (isSymbol(symbol))
        return std::nullopt;
    QString upper = symbol.left(longestSymbol);
    for (QChar &c : upper) {
        if (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            c = c.toUpper();
    }
    if (isSymbol(upper) && symbol.size() > longestSymbol)
        return LocalizedText::tr("The symbol %1 is too long. Write at most %2 characters.")
            .arg(quoted(symbol))
            .arg(longestSymbol);
    if (isSymbol(upper))
        return LocalizedText::tr("The symbol %1 contains lower-case letters. Write %2.")
            .arg(quoted(symbol))
            .arg(quoted(upper));
    return LocalizedText::tr("%1 is not a symbol. A symbol is %2.").arg(quoted(symbol)).arg(symbolRule());
}

} // namespace ticker
