// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/import_dialog.h"

#include "file_import/import_preview.h"
#include "file_import/inspection_view.h"
#include "files/file_text.h"
#include "market_values/inspection_text.h"
#include "widgets/plain_text.h"
#include "widgets/settings_labels.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace ticker {

namespace {

constexpr std::chrono::milliseconds typingPause{200};
constexpr int wholeProgress = 1000;

bool hasMeanings(const ColumnChoices::Columns &columns)
{
    return std::ranges::any_of(columns, [](const FileInspection::Column &each) { return !each.field.isEmpty(); });
}

} // namespace

ImportDialog::ImportDialog(QWidget *parent, const ReadingFields::SymbolCheck &symbolCheck) : QDialog(parent)
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import file"));
    setupParts(symbolCheck);
    setupLayout();
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPause);
    connect(&m_delay, &QTimer::timeout, this, [this] { Q_EMIT readingChanged(m_reading); });
    connect(m_fields, &ReadingFields::changed, this, &ImportDialog::change);
    connect(m_preview, &ImportPreview::meaningChosen, this, &ImportDialog::choose);
    connect(m_play, &QPushButton::clicked, this, &ImportDialog::play);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(playCommand(m_path, m_reading)); });
    resize(860, 640); // the smallest size is the layout's
}

void ImportDialog::setupParts(const ReadingFields::SymbolCheck &symbolCheck)
{
    m_name = plainLabel(this);
    m_name->setObjectName(QStringLiteral("importName"));
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_form = plainLabel(this);
    m_form->setObjectName(QStringLiteral("importForm"));
    m_problem = new ProblemLabel(QStringLiteral("importProblem"), this);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_preview = new ImportPreview(this);
    m_fields = new ReadingFields(symbolCheck, this);
    m_view = new InspectionView(this);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setAccessibleName(tr("Reading the file"));
    m_progress->setRange(0, wholeProgress);
    m_progress->setTextVisible(false);
    m_command = new QLineEdit(this);
    m_command->setObjectName(QStringLiteral("importCommand"));
    m_command->setReadOnly(true);
    m_copy = new QPushButton(tr("&Copy"), this);
    m_copy->setObjectName(QStringLiteral("importCopyButton"));
    m_copy->setAutoDefault(false);
    m_copy->setAccessibleName(tr("Copy the command"));
    m_remember = new QCheckBox(tr("&Remember this for files with the same columns"), this);
    m_remember->setObjectName(QStringLiteral("importRemember"));
}

void ImportDialog::setupLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(layoutOfHead());
    layout->addWidget(m_problem);
    layout->addWidget(m_preview, 3);
    layout->addWidget(m_fields);
    layout->addWidget(m_view, 2);
    layout->addLayout(layoutOfCommand());
    layout->addLayout(layoutOfEnd());
}

QLayout *ImportDialog::layoutOfHead()
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_name);
    head->addWidget(m_form, 1);
    head->addWidget(m_progress);
    QSizePolicy keepsRoom = m_progress->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsRoom);
    return head;
}

QLayout *ImportDialog::layoutOfCommand()
{
    auto *caption = plainLabel(tr("C&ommand that does the same"), this);
    caption->setBuddy(m_command);
    auto *line = new QHBoxLayout;
    line->addWidget(caption);
    line->addWidget(m_command, 1);
    line->addWidget(m_copy);
    return line;
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

void ImportDialog::ask(const QString &path, const FileReading &reading, const ColumnChoices &choices)
{
    m_delay.stop();
    m_path = path;
    m_reading = reading;
    m_choices = choices;
    m_columns.clear();
    m_name->setText(FileText::shortName(QFileInfo(path).fileName()));
    m_name->setToolTip(plainToolTip(QDir::toNativeSeparators(path)));
    m_fields->setReading(reading);
    showReading();
    m_play->setEnabled(false);
    open();
}

void ImportDialog::offerToRemember(bool canRemember, bool isWanted)
{
    m_remember->setEnabled(canRemember);
    m_remember->setChecked(canRemember && isWanted);
}

/// What comes of it is shown when the file has been looked at again: not while a field is wrong, or it would play with what
/// that said before.
void ImportDialog::change()
{
    m_fields->addTo(&m_reading);
    m_reading.columns = m_choices.text();
    showReading();
    m_play->setEnabled(false);
    if (m_fields->areValid())
        m_delay.start();
    else
        m_delay.stop();
}

void ImportDialog::showReading()
{
    m_command->setText(plainText(playCommand(m_path, m_reading)));
    m_command->setCursorPosition(0);
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
    m_form->setText(plainText(inspection.form.translated()));
    m_progress->setVisible(progress < 1);
    m_progress->setValue(int(progress * wholeProgress));
    showProblem(inspection);
    showColumns(inspection);
    m_fields->showInspection(inspection);
    m_view->showInspection(inspection);
    m_play->setEnabled(inspection.problem.isEmpty() || inspection.plays == FileInspection::Plays::InPart);
}

void ImportDialog::showProblem(const FileInspection &inspection)
{
    const LocalizedText &why = inspection.problem.isEmpty() ? inspection.doubt : inspection.problem;
    m_problem->showProblem(plainLines(why.translated()), m_preview);
}

/// Of a file that could not be read, what its columns mean is what was seen before.
void ImportDialog::showColumns(const FileInspection &inspection)
{
    ColumnChoices::Columns columns = inspection.columns;
    const bool areSame = std::ranges::equal(columns, m_columns, {}, &FileInspection::Column::name,
                                            &FileInspection::Column::name);
    if (areSame && !hasMeanings(columns))
        columns = m_columns;
    m_choices.applyTo(&columns);
    m_columns = columns;
    m_preview->show(columns, inspection.rows);
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
