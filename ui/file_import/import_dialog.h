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
class QPushButton;

namespace ticker {

class ImportCommand;
class ImportHead;
class ImportPreview;
class InspectionView;

/// Shows what was understood of a file before it is played, and lets a person say otherwise: what its columns mean, its time
/// zone, its symbol. It reads nothing itself: who shows it inspects the file anew whenever something is changed. Main thread;
/// owned by its parent.
class ImportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)

public:
    explicit ImportDialog(QWidget *parent, const ReadingFields::SymbolCheck &symbolCheck = {});

    enum class Purpose : quint8 {
        Import,
        PlayAgain, ///< The file is played as it is read here.
    };
    /// What is known of files with the same columns.
    enum class Memory : quint8 {
        Impossible, ///< They have no names.
        Nothing,
        Used, ///< The reading is by what is remembered.
    };

    /// Opens for this file, to be read like this; the choices are those of the reading's columns.
    void ask(const QString &path, const FileReading &reading, const ColumnChoices &choices, Purpose purpose = {});
    void showMemory(Memory memory);
    /// Of the file as it is to be read now; the progress is that of reading it, from 0 to 1.
    void showInspection(const FileInspection &inspection, double progress);

    void done(int result) override;

Q_SIGNALS:
    void readingChanged(const ticker::FileReading &reading);
    /// What is remembered of files with these columns is no longer wanted.
    void forgetWanted();
    void playWanted(const ticker::FileReading &reading, bool isToBeRemembered);

private:
    void setupParts(const ReadingFields::SymbolCheck &symbolCheck);
    void setupMemory();
    void setupLayout();
    QLayout *layoutOfEnd();
    void change();
    void forget();
    void setPlayable(bool isPlayable);
    void choose(std::size_t column, const QString &field);
    void showColumns(const FileInspection &inspection);
    void showQuestion(const FileInspection &inspection);
    void focusFirst(QWidget *field);
    void play();

    QString m_path;
    FileReading m_reading;
    ColumnChoices m_choices;
    ColumnChoices::Columns m_columns; ///< As they are shown.
    std::vector<QStringList> m_rows;  ///< Likewise.
    QTimer m_delay;                   ///< Until a person has typed.
    bool m_isUntouched = true;        ///< Nothing was changed, so the focus goes to what is asked.
    bool m_hadFocus = false;          ///< Play, before it was off.
    QWidget *m_first = nullptr;       ///< That got the focus for that; only to be compared.

    // Owned by Qt's parent-child tree.
    ImportHead *m_head = nullptr;
    QWidget *m_remembered = nullptr;
    ImportPreview *m_preview = nullptr;
    QLabel *m_firstRow = nullptr;
    ReadingFields *m_fields = nullptr;
    InspectionView *m_view = nullptr;
    ImportCommand *m_command = nullptr;
    QCheckBox *m_remember = nullptr;
    QPushButton *m_play = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace ticker
