// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/import_dialog.h"

#include "file_import/import_command.h"
#include "file_import/import_head.h"
#include "file_import/import_preview.h"
#include "file_import/inspection_view.h"
#include "file_import/question_text.h"
#include "widgets/plain_text.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace ticker {

namespace {

constexpr std::chrono::milliseconds typingPause{200};

bool hasMeanings(const ColumnChoices::Columns &columns)
{
    return std::ranges::any_of(columns, [](const FileInspection::Column &each) { return !each.field.isEmpty(); });
}

} // namespace

ImportDialog::ImportDialog(QWidget *parent, const ReadingFields::SymbolCheck &symbolCheck) : QDialog(parent)
{
    setObjectName(QStringLiteral("importDialog"));
    setupParts(symbolCheck);
    setupLayout();
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPause);
    connect(&m_delay, &QTimer::timeout, this, [this] { Q_EMIT readingChanged(m_reading); });
    connect(m_fields, &ReadingFields::changed, this, &ImportDialog::change);
    connect(m_preview, &ImportPreview::meaningChosen, this, &ImportDialog::choose);
    connect(m_play, &QPushButton::clicked, this, &ImportDialog::play);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    resize(860, 640); // the smallest size is the layout's
}

/// In the order of Tab.
void ImportDialog::setupParts(const ReadingFields::SymbolCheck &symbolCheck)
{
    m_head = new ImportHead(this);
    setupMemory();
    m_preview = new ImportPreview(this);
    m_firstRow = plainLabel(this);
    m_firstRow->setObjectName(QStringLiteral("importFirstRow"));
    m_firstRow->setWordWrap(true);
    m_fields = new ReadingFields(symbolCheck, this);
    m_view = new InspectionView(this);
    m_command = new ImportCommand(this);
    m_remember = new QCheckBox(this);
    m_remember->setObjectName(QStringLiteral("importRemember"));
}

void ImportDialog::setupMemory()
{
    m_remembered = new QWidget(this);
    m_remembered->setObjectName(QStringLiteral("importRemembered"));
    auto *forget = new QPushButton(tr("&Forget"), m_remembered);
    forget->setObjectName(QStringLiteral("importForgetButton"));
    forget->setAutoDefault(false);
    forget->setToolTip(tr("The file is read as it says itself, and so are others with these columns"));
    connect(forget, &QPushButton::clicked, this, &ImportDialog::forget);
    auto *line = new QHBoxLayout(m_remembered);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(plainLabel(tr("As remembered for files with these columns."), m_remembered));
    line->addWidget(forget);
    line->addStretch();
}

void ImportDialog::setupLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_head);
    layout->addWidget(m_remembered);
    layout->addWidget(m_preview, 3);
    layout->addWidget(m_firstRow);
    layout->addWidget(m_fields);
    layout->addWidget(m_view, 2);
    layout->addWidget(m_command);
    layout->addLayout(layoutOfEnd());
}

QLayout *ImportDialog::layoutOfEnd()
{
    auto *buttons = new QDialogButtonBox(this);
    m_play = buttons->addButton(tr("&Play"), QDialogButtonBox::AcceptRole);
    m_play->setObjectName(QStringLiteral("importPlayButton"));
    m_play->setDefault(true);
    m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(QStringLiteral("importCancelButton"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_remember);
    line->addWidget(buttons, 1);
    return line;
}

void ImportDialog::ask(const QString &path, const FileReading &reading, const ColumnChoices &choices, Purpose purpose)
{
    const bool isAgain = purpose == Purpose::PlayAgain;
    setWindowTitle(isAgain ? tr("How it is read") : tr("Import file"));
    m_play->setText(isAgain ? tr("&Play again from the start") : tr("&Play"));
    m_delay.stop();
    m_path = path;
    m_reading = reading;
    m_choices = choices;
    m_columns.clear();
    m_rows.clear();
    m_isUntouched = true;
    m_first = nullptr;
    m_head->showFile(path);
    m_fields->setReading(reading);
    m_command->showCommand(m_path, m_reading);
    setPlayable(false);
    if (QWidget *last = focusWidget())
        last->clearFocus(); // or it would show its cursor again
    open();
    setAttribute(Qt::WA_KeyboardFocusChange); // styles show the focus, as after Tab
}

/// The symbol is another one in each file.
void ImportDialog::showMemory(Memory memory)
{
    const bool isPossible = memory != Memory::Impossible;
    m_remembered->setVisible(memory == Memory::Used);
    m_remember->setEnabled(isPossible);
    m_remember->setChecked(isPossible);
    m_remember->setText(isPossible ? tr("&Remember this for files with the same columns, but for the symbol")
                                   : tr("&Remember this (not possible: the columns have no names)"));
}

/// What comes of it is shown when the file has been looked at again: not while a field is wrong, or it would play with what
/// that said before.
void ImportDialog::change()
{
    m_isUntouched = false;
    m_fields->addTo(&m_reading);
    m_reading.columns = m_choices.text();
    m_command->showCommand(m_path, m_reading);
    setPlayable(false);
    if (m_fields->areValid())
        m_delay.start();
    else
        m_delay.stop();
}

/// The symbol was never remembered.
void ImportDialog::forget()
{
    FileReading reading;
    reading.symbol = m_reading.symbol;
    m_fields->setReading(reading);
    m_choices = {};
    m_columns.clear();
    showMemory(Memory::Nothing);
    m_fields->setFocus(); // the button has gone
    Q_EMIT forgetWanted();
    change();
}

/// Enter plays, then as before: a button that is off hands its focus to the next one, which is Cancel.
void ImportDialog::setPlayable(bool isPlayable)
{
    m_hadFocus = isPlayable ? m_hadFocus : m_hadFocus || focusWidget() == m_play;
    m_play->setEnabled(isPlayable);
    m_command->setEnabled(isPlayable);
    if (isPlayable && std::exchange(m_hadFocus, false) && focusWidget() == m_cancel)
        m_play->setFocus();
}

void ImportDialog::choose(std::size_t column, const QString &field)
{
    if (column >= m_columns.size())
        return;
    m_choices.choose(m_columns, column, field);
    change();
}

void ImportDialog::showInspection(const FileInspection &inspection, double progress)
{
    if (m_delay.isActive() || !m_fields->areValid()) // it is of what was chosen before
        return;
    m_head->showInspection(inspection, progress);
    showColumns(inspection);
    m_fields->showInspection(inspection, m_columns);
    m_view->showInspection(inspection);
    setPlayable(inspection.problem.isEmpty() || inspection.plays == FileInspection::Plays::InPart);
    showQuestion(inspection);
}

void ImportDialog::showQuestion(const FileInspection &inspection)
{
    const FileInspection::Question question = inspection.question;
    QWidget *const ofFields = m_fields->fieldOf(question);
    QWidget *const box = question == FileInspection::Question::Columns ? m_preview->firstOpenMeaning() : nullptr;
    const QString name = ofFields ? ofFields->accessibleName() : QString();
    m_head->showQuestion(plainLines(QuestionText::question(inspection)), QuestionText::answer(question, name),
                         ofFields ? ofFields : m_preview);
    m_fields->mark(question);
    focusFirst(ofFields ? ofFields : box);
}

/// What is asked, else what plays the file. A person who has begun is not disturbed.
void ImportDialog::focusFirst(QWidget *field)
{
    QWidget *const first = field ? field : m_play->isEnabled() ? m_play : m_cancel;
    if (!m_isUntouched || first == m_first)
        return;
    m_first = first;
    first->setFocus(Qt::OtherFocusReason);
}

/// Of a file that could not be read, what was seen before stays.
void ImportDialog::showColumns(const FileInspection &inspection)
{
    ColumnChoices::Columns columns = inspection.columns;
    const bool areSame = std::ranges::equal(columns, m_columns, {}, &FileInspection::Column::name,
                                            &FileInspection::Column::name);
    if ((areSame && !hasMeanings(columns)) || columns.empty())
        columns = m_columns;
    if (!inspection.rows.empty() || (!areSame && !inspection.columns.empty()))
        m_rows = inspection.rows;
    m_choices.applyTo(&columns);
    m_columns = columns;
    m_preview->show(m_columns, m_rows);
    m_firstRow->setText(inspection.firstRow ? plainText(QuestionText::row(*inspection.firstRow)) : QString());
}

void ImportDialog::done(int result)
{
    m_delay.stop();
    QDialog::done(result);
}

void ImportDialog::play()
{
    accept();
    Q_EMIT playWanted(m_reading, m_remember->isChecked());
}

} // namespace ticker

#include "moc_import_dialog.cpp"
