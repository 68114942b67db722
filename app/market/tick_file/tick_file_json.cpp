// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_json.h"

#include "file_values/text_for_people.h"
#include "instruments/instrument.h"
#include "tick_file/tick_file_values.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace ticker {

namespace {

constexpr char stringMark = '"';

/// True and false mean nothing but sides.
bool saysSomething(const JsonMember &member, TickField field)
{
    return !member.value.isEmpty() && (!member.isWord || field == TickField::Side);
}

} // namespace

std::optional<TickFileFault> TickFileJson::read(QByteArrayView text, bool isWhole, TickFileLine *line)
{
    Q_UNUSED(isWhole); // an object shows by itself whether it is whole
    m_text = text;
    m_at = 0;
    m_unescaped.clear();
    m_unescaped.reserve(text.size()); // so that it stays where it is
    m_members.clear();
    m_hasQuotes = false;
    m_line = line;
    m_fault.reset();
    line->quotes.clear();
    line->extras.clear();

    TickFileTexts texts;
    skipBlanks();
    if (!readObject(Fill::Line, &texts))
        return m_fault;
    skipBlanks();
    if (m_at < m_text.size()) {
        (void)failSyntax();
        return m_fault;
    }
    m_times.setPrevious(line->timeNs); // of the line before
    if (auto problem = texts.readMoment(&m_times, line))
        return problem;
    if (!m_hasQuotes)
        (void)addQuote(texts, {});
    return m_fault;
}

bool TickFileJson::readObject(Fill fill, TickFileTexts *texts)
{
    if (!take('{'))
        return failSyntax();
    skipBlanks();
    if (take('}'))
        return true;
    const std::size_t from = m_members.size();
    do {
        if (!readMember(fill))
            return false;
        skipBlanks();
    } while (take(','));
    if (!take('}'))
        return failSyntax();
    return understand(fill, from, texts);
}

bool TickFileJson::readMember(Fill fill)
{
    JsonMember member;
    skipBlanks();
    if (!readString(&member.key))
        return false;
    skipBlanks();
    if (!take(':'))
        return failSyntax();
    skipBlanks();
    if (fill == Fill::Line && member.key == "quotes")
        return readQuotes();
    m_isWord = false;
    if (!readValue(&member.value))
        return false;
    member.isWord = m_isWord;
    member.value = member.value.trimmed();
    m_members.push_back(member);
    return true;
}

/// Of the members of one object; those of a quote are then forgotten.
bool TickFileJson::understand(Fill fill, std::size_t from, TickFileTexts *texts)
{
    const auto members = std::span(m_members).subspan(from);
    const auto &meanings = m_shapes.meanings(members);
    std::array<int, tickFields> ranks{};
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!meanings[i] || !saysSomething(members[i], meanings[i]->field))
            continue;
        const auto &[field, rank, mayBeClose, side] = *meanings[i];
        int &best = ranks.at(std::size_t(field));
        const bool isOther = best == rank && (*texts)[field] != members[i].value
            && !m_times.areSame((*texts)[field], members[i].value);
        if (isOther && !isBesidePrice(field))
            return fail({tickFieldName(field), LocalizedText::tr("given twice"), false});
        if (isOther) { // which of them is it?
            texts->set(field, {});
        } else if (best == 0 || rank < best) {
            texts->set(field, members[i].value);
            best = rank;
            if (side != SideForm::None)
                texts->setSide(side);
        }
    }
    if (fill == Fill::Quote)
        m_members.resize(from);
    return true;
}

std::vector<TickFileCell> TickFileJson::cells()
{
    std::vector<TickFileCell> all;
    const auto &meanings = m_shapes.meanings(m_members);
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const auto &[key, value, isWord] = m_members[i];
        const auto isBetter = [&](const auto &other) {
            return other && other->field == meanings[i]->field && other->rank < meanings[i]->rank;
        };
        const bool isUsed = meanings[i] && saysSomething(m_members[i], meanings[i]->field)
            && isKeptIn(m_content, meanings[i]->field) && std::ranges::none_of(meanings, isBetter);
        all.push_back(
            {key.toByteArray(), value.toByteArray(), isUsed ? std::optional(meanings[i]->field) : std::nullopt, false});
    }
    if (m_hasQuotes)
        all.push_back({"quotes", {}, std::nullopt, true});
    return all;
}

bool TickFileJson::readQuotes()
{
    if (std::exchange(m_hasQuotes, true))
        return fail({QStringLiteral("quotes"), LocalizedText::tr("given twice"), false});
    if (!take('['))
        return fail({QStringLiteral("quotes"), LocalizedText::tr("not an array"), false});
    skipBlanks();
    if (take(']'))
        return fail({QStringLiteral("quotes"), LocalizedText::tr("empty"), false});
    do {
        const std::size_t count = m_line->quotes.size();
        if (count == MarketSpec::mostInstruments) {
            return fail(
                {QStringLiteral("quotes"), LocalizedText::tr("more than %1").arg(MarketSpec::mostInstruments), false});
        }
        skipBlanks();
        TickFileTexts texts;
        if (!readObject(Fill::Quote, &texts) || !addQuote(texts, QStringLiteral("quotes[%1].").arg(count)))
            return false;
        skipBlanks();
    } while (take(','));
    return take(']') || failSyntax();
}

bool TickFileJson::addQuote(const TickFileTexts &texts, const QString &place)
{
    TickFileQuote quote;
    quote.symbol = m_defaultSymbol;
    const TickLayout::Content content = texts.content();
    const bool isBar = content == TickLayout::Content::Bars;
    if (auto problem = texts.readQuote(content, &quote)) {
        problem->field.prepend(place);
        problem->isMissing = false;
        return fail(*problem);
    }
    if (!m_line->quotes.empty() && m_line->isBar != isBar)
        return fail({QStringLiteral("quotes"), LocalizedText::tr("ticks and bars are mixed"), false});
    m_line->isBar = isBar;
    m_content = content;
    m_line->quotes.push_back(quote);
    return !texts.hasBeside() || addBeside(texts, place);
}

/// To the last quote.
bool TickFileJson::addBeside(const TickFileTexts &texts, const QString &place)
{
    TickFileExtras extras;
    if (auto problem = texts.readBeside(m_content, m_given, &m_line->quotes.back(), &extras)) {
        problem->field.prepend(place);
        return fail(*problem);
    }
    m_line->extras.add(m_line->quotes.size(), extras);
    return true;
}

/// The text of a string or a number; nothing of what else there is.
bool TickFileJson::readValue(QByteArrayView *value)
{
    if (m_at < m_text.size() && (m_text[m_at] == '{' || m_text[m_at] == '['))
        return skipNested(1);
    return readScalar(value);
}

bool TickFileJson::readScalar(QByteArrayView *value)
{
    if (m_at < m_text.size() && m_text[m_at] == stringMark)
        return readString(value);
    if (take("null"))
        return true;
    const qsizetype word = m_at;
    if (take("true") || take("false")) {
        *value = m_text.sliced(word, m_at - word);
        m_isWord = true;
        return true;
    }
    const auto isOfNumber = [](char c) {
        return (c >= '0' && c <= '9') || (c != 0 && QByteArrayView("+-.eE").contains(c));
    };
    const auto *const start = m_text.begin() + m_at;
    const auto *const end = std::find_if_not(start, m_text.end(), isOfNumber);
    if (start == end) // NaN and Infinity among others
        return failSyntax();
    *value = QByteArrayView(start, end);
    m_at += value->size();
    return true;
}

bool TickFileJson::skipNested(int depth)
{
    if (depth > mostDepth)
        return fail({{}, LocalizedText::tr("nested too deeply"), false});
    const bool isObject = m_text[m_at] == '{';
    const char last = isObject ? '}' : ']';
    ++m_at;
    skipBlanks();
    if (take(last))
        return true;
    do {
        QByteArrayView ignored;
        skipBlanks();
        if (isObject) {
            if (!readString(&ignored))
                return false;
            skipBlanks();
            if (!take(':'))
                return failSyntax();
            skipBlanks();
        }
        const bool isNested = m_at < m_text.size() && (m_text[m_at] == '{' || m_text[m_at] == '[');
        if (isNested ? !skipNested(depth + 1) : !readScalar(&ignored))
            return false;
        skipBlanks();
    } while (take(','));
    return take(last) || failSyntax();
}

bool TickFileJson::readString(QByteArrayView *value)
{
    constexpr char firstPrintable = ' ';
    if (!take(stringMark))
        return failSyntax();
    const qsizetype start = m_at;
    const qsizetype unescapedStart = m_unescaped.size();
    bool hasEscapes = false;
    for (; m_at < m_text.size() && m_text[m_at] != stringMark; ++m_at) {
        const char c = m_text[m_at];
        if (uchar(c) < firstPrintable)
            return failSyntax();
        if (c == '\\') {
            if (!hasEscapes)
                m_unescaped.append(m_text.sliced(start, m_at - start));
            hasEscapes = true;
            ++m_at;
            if (!readEscape())
                return false;
        } else if (hasEscapes) {
            m_unescaped.append(c);
        }
    }
    *value = hasEscapes ? QByteArrayView(m_unescaped).sliced(unescapedStart) : m_text.sliced(start, m_at - start);
    return take(stringMark) || failSyntax();
}

/// Behind the backslash; stops at the last character of the escape.
bool TickFileJson::readEscape()
{
    constexpr QByteArrayView letters = "\"\\/bfnrtu";
    constexpr QByteArrayView meanings = "\"\\/\b\f\n\r\t";
    const qsizetype which = m_at < m_text.size() ? letters.indexOf(m_text[m_at]) : -1;
    if (which < 0)
        return failSyntax();
    if (which < meanings.size()) {
        m_unescaped.append(meanings[which]);
        return true;
    }
    QChar units[2];
    qsizetype count = 1;
    char16_t unit = 0;
    if (!readHex(&unit))
        return false;
    units[0] = unit;
    if (units[0].isHighSurrogate()) {
        ++m_at;
        if (!take('\\') || m_at >= m_text.size() || m_text[m_at] != 'u' || !readHex(&unit))
            return failSyntax();
        units[1] = unit;
        count = 2;
    }
    const QStringView character(units, count);
    if (!character.isValidUtf16())
        return failSyntax();
    m_unescaped.append(character.toUtf8()); // at most 3 bytes for 6, or 4 for 12
    return true;
}

/// At the u; stops at the last digit.
bool TickFileJson::readHex(char16_t *unit)
{
    constexpr int digits = 4;
    constexpr int base = 16;
    *unit = 0;
    for (int i = 0; i < digits; ++i) {
        ++m_at;
        const char c = m_at < m_text.size() ? m_text[m_at] : '\0';
        const qsizetype digit = c != 0
            ? QByteArrayView("0123456789abcdef").indexOf(c >= 'A' && c <= 'F' ? char(c - 'A' + 'a') : c)
            : -1;
        if (digit < 0)
            return failSyntax();
        *unit = char16_t(*unit * base + digit);
    }
    return true;
}

void TickFileJson::skipBlanks()
{
    while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\r'))
        ++m_at;
}

bool TickFileJson::take(char c)
{
    if (m_at >= m_text.size() || m_text[m_at] != c)
        return false;
    ++m_at;
    return true;
}

bool TickFileJson::take(QByteArrayView word)
{
    if (!m_text.sliced(m_at).startsWith(word))
        return false;
    m_at += word.size();
    return true;
}

bool TickFileJson::failSyntax()
{
    const QByteArrayView rest = m_text.sliced(std::min(m_at, m_text.size()));
    if (rest.isEmpty())
        return fail({{}, LocalizedText::tr("the JSON object is not closed on its line"), true});
    return fail({{}, LocalizedText::tr("not a JSON object, from \"%1\" on").arg(quotedForPeople(rest)), false});
}

bool TickFileJson::fail(TickFileFault fault)
{
    if (!m_fault)
        m_fault = std::move(fault);
    return false;
}

} // namespace ticker
