// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/opening_bar.h"

#include "files/file_text.h"
#include "widgets/plain_text.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace ticker {

OpeningBar::OpeningBar(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("openingBar"));
    setAccessibleName(tr("File being opened"));
    setFrameShape(QFrame::StyledPanel);
    m_name = plainLabel(this);
    m_name->setObjectName(QStringLiteral("openingName"));
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_what = plainLabel(this);
    m_what->setObjectName(QStringLiteral("openingWhat"));
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("openingProgress"));
    m_progress->setTextVisible(false);
    auto *stop = new QPushButton(tr("S&top"), this);
    stop->setObjectName(QStringLiteral("stopOpeningButton"));
    connect(stop, &QPushButton::clicked, this, &OpeningBar::stopWanted);

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_name);
    layout->addWidget(m_what);
    layout->addWidget(m_progress, 1);
    layout->addWidget(stop);
    hide();
}

void OpeningBar::showOpening(const std::optional<FileOpening> &opening)
{
    setVisible(opening.has_value());
    if (!opening)
        return;
    constexpr int percent = 100;
    m_name->setText(FileText::shortName(opening->name()));
    m_name->setToolTip(plainToolTip(QDir::toNativeSeparators(opening->path)));
    m_what->setText(FileText::opening(*opening));
    m_progress->setValue(int(opening->progress * percent));
}

} // namespace ticker

#include "moc_opening_bar.cpp"
