// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/import_head.h"

#include "file_import/question_text.h"
#include "widgets/elided_label.h"
#include "widgets/plain_text.h"
#include "widgets/settings_labels.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <algorithm>

namespace ticker {

namespace {

constexpr int wholeProgress = 1000;

} // namespace

ImportHead::ImportHead(QWidget *parent) : QWidget(parent)
{
    m_name = new ElidedLabel(this);
    m_name->setObjectName(QStringLiteral("importName"));
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_form = plainLabel(this);
    m_form->setObjectName(QStringLiteral("importForm"));
    m_problem = new ProblemLabel(QStringLiteral("importProblem"), this);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setupProgress();

    auto *line = new QHBoxLayout;
    line->addWidget(m_name);
    line->addWidget(m_form);
    line->addStretch();
    line->addWidget(m_progress);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_problem);
}

/// Its room is kept, so that nothing moves when it goes.
void ImportHead::setupProgress()
{
    using Work = FileInspection::Work;
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setAccessibleName(tr("Reading the file"));
    m_progress->setRange(0, wholeProgress);
    int widest = 0;
    for (const Work work : {Work::FindingDateOrder, Work::Sorting, Work::Reading})
        widest = std::max(widest, m_progress->fontMetrics().horizontalAdvance(QuestionText::progress(work)));
    m_progress->setMinimumWidth(widest + m_progress->fontMetrics().averageCharWidth() * 4);
    QSizePolicy keepsRoom = m_progress->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsRoom);
}

void ImportHead::showFile(const QString &path)
{
    m_name->setWhole(QFileInfo(path).fileName());
    m_name->setToolTip(plainToolTip(QDir::toNativeSeparators(path)));
}

void ImportHead::showInspection(const FileInspection &inspection, double progress)
{
    m_form->setText(plainText(inspection.form.translated()));
    m_progress->setVisible(progress < 1);
    m_progress->setFormat(QuestionText::progress(inspection.work));
    m_progress->setValue(int(progress * wholeProgress));
}

void ImportHead::showQuestion(const QString &question, const QString &answer, QWidget *field)
{
    if (m_field && m_field != field)
        m_field->setAccessibleDescription({});
    m_field = field;
    m_problem->showProblem(answer.isEmpty() ? question : question + QLatin1Char('\n') + answer, field);
}

} // namespace ticker

#include "moc_import_head.cpp"
