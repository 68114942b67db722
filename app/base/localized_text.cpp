// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localized_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace ticker {

LocalizedText LocalizedText::tr(const char *text)
{
    LocalizedText sentence;
    sentence.m_text = text;
    return sentence;
}

LocalizedText LocalizedText::arg(const LocalizedText &value) const
{
    LocalizedText sentence = *this;
    sentence.m_values.append(value);
    return sentence;
}

bool LocalizedText::has(const char *text) const
{
    if (m_text && qstrcmp(m_text, text) == 0)
        return true;
    return std::ranges::any_of(m_values, [text](const LocalizedText &value) { return value.has(text); });
}

/// In one go: what is put in may have a percent sign, too.
template<typename Form>
QString LocalizedText::put(const Form &form) const
{
    if (!m_text)
        return m_words;
    const QString text = form(m_text);
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text[i] == QLatin1Char('%') && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (place < 1 || place > m_values.size()) {
            result += text[i];
            continue;
        }
        result += m_values[place - 1].put(form);
        ++i;
    }
    return result;
}

QString LocalizedText::english() const
{
    return put([](const char *text) { return QString::fromUtf8(text); });
}

QString LocalizedText::translated() const
{
    return put([](const char *text) { return QCoreApplication::translate("ticker::LocalizedText", text); });
}

} // namespace ticker
