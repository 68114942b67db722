// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"

#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace ticker {

class ProblemLabel;

/// How a file is read, apart from what its columns mean: symbol, time zone, order of dates, decimal sign, lines that cannot be
/// read. Main thread; owned by its parent.
class ReadingFields final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingFields)

public:
    /// Why a text is no symbol; empty: it is one.
    using SymbolCheck = std::function<QString(const QString &)>;

    ReadingFields(const SymbolCheck &symbolCheck, QWidget *parent);

    /// In place of what is there; nothing is emitted.
    void setReading(const FileReading &reading);
    /// Writes what was chosen over that part of a reading; what is wrong is left as it is.
    void addTo(FileReading *reading) const;
    /// Whether nothing of it is wrong.
    [[nodiscard]] bool areValid() const { return m_isSymbolValid && m_isZoneValid; }
    /// What of it matters for this file, whose columns mean that now, and what it says itself.
    void showInspection(const FileInspection &inspection, const std::vector<FileInspection::Column> &columns);
    /// The field that answers; null: none of these. Its accessible name is its title.
    [[nodiscard]] QWidget *fieldOf(FileInspection::Question question) const;
    /// Makes the one that answers stand out.
    void mark(FileInspection::Question question);

Q_SIGNALS:
    /// By a person, perhaps to something that is wrong.
    void changed();

private:
    void setupFields();
    void setupLayout();
    [[nodiscard]] QComboBox *makeChoice(const char *name, const QString &title, const QString &option);
    void addRow(QFormLayout *form, const QString &title, QWidget *field);
    void showSymbol(const FileInspection &inspection, const std::vector<FileInspection::Column> &columns);
    [[nodiscard]] ProblemLabel *makeProblem(const char *name);
    void judge();

    SymbolCheck m_symbolCheck;
    std::vector<std::pair<QWidget *, QLabel *>> m_titles; ///< Of each field.
    bool m_isSymbolValid = true;
    bool m_isZoneValid = true;
    QLineEdit *m_symbol = nullptr;
    ProblemLabel *m_symbolProblem = nullptr;
    QComboBox *m_zone = nullptr;
    ProblemLabel *m_zoneProblem = nullptr;
    QComboBox *m_dateOrder = nullptr;
    QComboBox *m_point = nullptr;
    QComboBox *m_badLines = nullptr;
};

} // namespace ticker
