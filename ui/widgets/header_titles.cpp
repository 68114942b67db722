// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/header_titles.h"

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QStyleOptionHeader>

namespace ticker::headerTitles {

namespace {

/// With the arrow, if the table is sorted by it: for all sections that would be too much in languages of long words.
int leastSize(const QHeaderView &header, int section)
{
    QStyleOptionHeader option;
    option.initFrom(&header);
    option.state |= QStyle::State_Horizontal;
    option.orientation = Qt::Horizontal;
    option.section = section;
    option.text = header.model()->headerData(section, Qt::Horizontal).toString();
    const bool isSorted = header.isSortIndicatorShown() && header.sortIndicatorSection() == section;
    option.sortIndicator = isSorted ? QStyleOptionHeader::SortDown : QStyleOptionHeader::None;
    return header.style()->sizeFromContents(QStyle::CT_HeaderSection, &option, {}, &header).width();
}

/// Whether it gets what the others leave, but no less than the least size of all sections.
bool takesWhatIsLeft(const QHeaderView &header, int section)
{
    return header.sectionResizeMode(section) == QHeaderView::Stretch
        || (header.stretchLastSection() && header.visualIndex(section) == header.count() - 1);
}

/// Once for each change at most: it fits then.
void widenSection(QHeaderView *header, int section)
{
    if (section < 0 || header->isSectionHidden(section))
        return;
    const int least = leastSize(*header, section);
    if (takesWhatIsLeft(*header, section) && header->minimumSectionSize() < least)
        header->setMinimumSectionSize(least); // before the others leave it less, of which nobody tells
    if (header->sectionSize(section) < least)
        header->resizeSection(section, least);
}

} // namespace

void keepReadable(QHeaderView *header)
{
    const auto widenThis = [header](int section) { widenSection(header, section); };
    QObject::connect(header, &QHeaderView::sectionResized, header, widenThis);
    QObject::connect(header, &QHeaderView::sortIndicatorChanged, header, widenThis);
    widen(header);
}

void widen(QHeaderView *header)
{
    for (int section = 0; section < header->count(); ++section)
        widenSection(header, section);
}

} // namespace ticker::headerTitles
