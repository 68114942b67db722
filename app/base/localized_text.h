// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ticker {

/// What is told to a person by code that knows no window: an English text, and what stands in its places. Console and wire
/// have it in English; a window translates the text, and those of the values that are sentences themselves. A value.
class LocalizedText final
{
public:
    LocalizedText() = default;
    /// Words that are the same in every language: a name, a number, what the system says.
    LocalizedText(QString words) : m_words(std::move(words)) { }

    /// @p text is a literal with places %1 to %9. The name is the one by which lupdate finds it.
    [[nodiscard]] static LocalizedText tr(const char *text);
    /// What stands in the next place.
    [[nodiscard]] LocalizedText arg(const LocalizedText &value) const;
    [[nodiscard]] LocalizedText arg(qint64 number) const { return arg(QString::number(number)); }

    /// The same for texts that differ only in what stands in their places. Null: it has none, but words.
    [[nodiscard]] const char *key() const { return m_text; }
    /// Whether it is that text, or has it in one of its places, whatever stands in the places of that.
    [[nodiscard]] bool has(const char *text) const;
    [[nodiscard]] bool isEmpty() const { return !m_text && m_words.isEmpty(); }
    [[nodiscard]] QString english() const;
    /// By the translators that are installed; English without one. Main thread.
    [[nodiscard]] QString translated() const;

    friend bool operator==(const LocalizedText &one, const LocalizedText &other)
    {
        return one.english() == other.english();
    }

private:
    template<typename Form>
    [[nodiscard]] QString put(const Form &form) const;

    const char *m_text = nullptr; ///< Null: the words alone.
    QString m_words;
    QList<LocalizedText> m_values;
};

} // namespace ticker
