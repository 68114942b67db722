// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_import/column_choices.h"
#include "file_import/reading_fields.h"
#include "market_values/file_inspection.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ticker {

class ImportPreview;
class InspectionView;
class ProblemLabel;

/// Shows what was understood of a file before it is played, and lets a person say otherwise: what its columns mean, its time
/// zone, its symbol. It reads nothing itself: who shows it inspects the file anew whenever something is changed. Main thread;
/// owned by its parent.
class ImportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)

public:
    explicit ImportDialog(QWidget *parent, const ReadingFields::SymbolCheck &symbolCheck = {});

    /// Opens for this file, to be read like this; the choices are those of the reading's columns.
    void ask(const QString &path, const FileReading &reading, const ColumnChoices &choices);
    /// Whether the answers can be kept for files with the same header, and whether that is wanted.
    void offerToRemember(bool canRemember, bool isWanted);
    /// Of the file as it is to be read now; the progress is that of reading it, from 0 to 1.
    void showInspection(const FileInspection &inspection, double progress);

    void done(int result) override;

Q_SIGNALS:
    void readingChanged(const ticker::FileReading &reading);
    void playWanted(const ticker::FileReading &reading, bool isToBeRemembered);

private:
    void setupParts(const ReadingFields::SymbolCheck &symbolCheck);
    void setupLayout();
    QLayout *layoutOfHead();
    QLayout *layoutOfCommand();
    QLayout *layoutOfEnd();
    void change();
    void showReading();
    void choose(std::size_t column, const QString &field);
    void showColumns(const FileInspection &inspection);
    void showProblem(const FileInspection &inspection);
    void play();

    QString m_path;
    FileReading m_reading;
    ColumnChoices m_choices;
    ColumnChoices::Columns m_columns; ///< As they are shown.
    QTimer m_delay;                   ///< Until a person has typed.

    // Owned by Qt's parent-child tree.
    QLabel *m_name = nullptr;
    QLabel *m_form = nullptr;
    ProblemLabel *m_problem = nullptr;
    ImportPreview *m_preview = nullptr;
    ReadingFields *m_fields = nullptr;
    InspectionView *m_view = nullptr;
    QProgressBar *m_progress = nullptr;
    QLineEdit *m_command = nullptr;
    QPushButton *m_copy = nullptr;
    QCheckBox *m_remember = nullptr;
    QPushButton *m_play = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace ticker
