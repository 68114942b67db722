// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/import_preview.h"

#include "file_import/field_titles.h"
#include "widgets/plain_text.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
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
    setTabKeyNavigation(false); // or one would have to walk through all cells
    setFocusPolicy(Qt::ClickFocus);
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
    m_columns = columns;
    if (isOther)
        rebuild();
    if (isOther || rows != m_rows)
        showRows(rows);
    showMeanings();
}

void ImportPreview::rebuild()
{
    m_boxes.clear();
    clear();
    setColumnCount(int(m_columns.size()));
    setRowCount(1);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        auto *header = new QTableWidgetItem(plainText(m_columns[i].name));
        header->setToolTip(plainToolTip(m_columns[i].name));
        setHorizontalHeaderItem(int(i), header);
        addBox(i);
    }
}

/// Tab leads from one to the next, and then to what is behind the table.
void ImportPreview::addBox(std::size_t column)
{
    const QString name = m_columns[column].name;
    auto *box = new QComboBox(this);
    box->setObjectName(QStringLiteral("importMeaning%1").arg(column));
    box->setModel(m_fields);
    box->setAccessibleName(plainText(tr("Meaning of %1").arg(name)));
    connect(box, &QComboBox::activated, this,
            [this, box, column] { Q_EMIT meaningChosen(column, box->currentData().toString()); });
    setCellWidget(0, int(column), box);
    box->installEventFilter(this);
    setTabOrder(m_boxes.empty() ? static_cast<QWidget *>(this) : m_boxes.back(), box);
    m_boxes.push_back(box);
}

/// A box that gets the focus comes into view. It has no use for the keys that scroll, while the table has no focus for them.
bool ImportPreview::eventFilter(QObject *watched, QEvent *event)
{
    const auto found = std::ranges::find(m_boxes, watched);
    if (found == m_boxes.end())
        return QTableWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn)
        scrollTo(model()->index(0, int(found - m_boxes.begin())));
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
        scrollRows(key);
        return true;
    }
    return QTableWidget::eventFilter(watched, event);
}

void ImportPreview::scrollRows(int key)
{
    verticalScrollBar()->triggerAction(key == Qt::Key_PageUp ? QScrollBar::SliderPageStepSub
                                                             : QScrollBar::SliderPageStepAdd);
}

QWidget *ImportPreview::firstOpenMeaning() const
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_columns[i].field.isEmpty() && m_boxes[i]->isEnabled())
            return m_boxes[i];
    }
    return m_boxes.empty() ? nullptr : m_boxes.front();
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
