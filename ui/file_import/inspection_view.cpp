// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/inspection_view.h"

#include "file_import/field_titles.h"
#include "market_values/inspection_text.h"
#include "widgets/plain_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>

namespace ticker {

InspectionView::InspectionView(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("inspectionView"));
    setAccessibleName(tr("What was understood"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(this);
    m_layout = new QGridLayout(content);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setColumnStretch(1, 1);
    setWidget(content);
    // Tab stops where there is something to scroll.
    setFocusPolicy(Qt::ClickFocus);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int end) { setFocusPolicy(end > 0 ? Qt::StrongFocus : Qt::ClickFocus); });
}

void InspectionView::showInspection(const FileInspection &inspection)
{
    static constexpr QChar noBreak(0xa0), arrow(0x2192); // or a line could end before the arrow
    const InspectionWords words{QString(noBreak) + arrow + noBreak, &FieldTitles::of, false};
    const std::vector<InspectionLine> said = inspectionLines(inspection, words);
    while (m_lines.size() < said.size())
        addLine();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].label->setVisible(i < said.size());
        m_lines[i].text->setVisible(i < said.size());
        if (i < said.size())
            showLine(m_lines[i], said[i]);
    }
}

void InspectionView::addLine()
{
    Line line{plainLabel(widget()), plainLabel(widget())};
    line.text->setWordWrap(true);
    line.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = int(m_lines.size());
    m_layout->setRowStretch(row, 0);
    m_layout->addWidget(line.label, row, 0, Qt::AlignTop);
    m_layout->addWidget(line.text, row, 1, Qt::AlignTop);
    m_layout->setRowStretch(row + 1, 1); // they stay at the top
    m_lines.push_back(line);
}

void InspectionView::showLine(const Line &line, const InspectionLine &said)
{
    const QString label = said.label.isEmpty() ? QString() : tr("%1:").arg(said.label.translated());
    const QString text = said.text.translated();
    line.label->setText(plainText(label));
    if (line.text->text() != plainLines(text)) // or what a person selected would be lost
        line.text->setText(plainLines(text));
}

} // namespace ticker

#include "moc_inspection_view.cpp"
