// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/import_preview.h"

#include "file_import/field_titles.h"
#include "widgets/plain_text.h"

#include <QComboBox>
#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

namespace ticker {

namespace {

/// As much of a column as is of use; the rest can be made visible.
constexpr int widestColumn = 220;

bool haveSameNames(const ColumnChoices::Columns &some, const ColumnChoices::Columns &others)
{
    return std::ranges::equal(some, others, {}, &FileInspection::Column::name, &FileInspection::Column::name);
}

} // namespace

ImportPreview::ImportPreview(QWidget *parent) : QTableWidget(parent), m_fields(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("importPreview"));
    setAccessibleName(tr("First rows of the file"));
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setMaximumSectionSize(widestColumn);
    auto *nothing = new QStandardItem(tr("Not used"));
    nothing->setData(QString(), Qt::UserRole);
    m_fields->appendRow(nothing);
    const QStringList names = FieldTitles::all();
    for (const QString &name : names) {
        auto *item = new QStandardItem(FieldTitles::of(name));
        item->setData(name, Qt::UserRole);
        m_fields->appendRow(item);
    }
}

void ImportPreview::show(const ColumnChoices::Columns &columns, const std::vector<QStringList> &rows)
{
    const bool isOther = !haveSameNames(columns, m_columns);
    if (isOther)
        rebuild(columns);
    m_columns = columns;
    if (isOther || rows != m_rows)
        showRows(rows);
    showMeanings();
}

void ImportPreview::rebuild(const ColumnChoices::Columns &columns)
{
    m_boxes.clear();
    clear();
    setColumnCount(int(columns.size()));
    setRowCount(1);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto *header = new QTableWidgetItem(plainText(columns[i].name));
        header->setToolTip(plainToolTip(columns[i].name));
        setHorizontalHeaderItem(int(i), header);
        auto *box = new QComboBox(this);
        box->setModel(m_fields);
        box->setAccessibleName(plainText(tr("Meaning of %1").arg(columns[i].name)));
        connect(box, &QComboBox::activated, this,
                [this, box, i] { Q_EMIT meaningChosen(i, box->currentData().toString()); });
        setCellWidget(0, int(i), box);
        m_boxes.push_back(box);
    }
}

void ImportPreview::showRows(const std::vector<QStringList> &rows)
{
    m_rows = rows;
    setRowCount(int(rows.size()) + 1);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (qsizetype column = 0; column < std::min<qsizetype>(rows[row].size(), columnCount()); ++column)
            setItem(int(row) + 1, int(column), new QTableWidgetItem(plainText(rows[row][column])));
    }
    resizeColumnsToContents();
}

/// What cannot be chosen is told all the same.
void ImportPreview::showMeanings()
{
    const bool canChoose = canChooseColumns(m_columns);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const int index = m_boxes[i]->findData(m_columns[i].field);
        m_boxes[i]->setCurrentIndex(index);
        if (index < 0)
            m_boxes[i]->setPlaceholderText(plainText(m_columns[i].field));
        m_boxes[i]->setEnabled(canChoose && index >= 0);
    }
}

} // namespace ticker

#include "moc_import_preview.cpp"
