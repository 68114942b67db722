// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text_list_editor.h"

#include "widgets/plain_text.h"
#include "widgets/settings_labels.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <utility>

namespace ticker {

namespace {

constexpr int shownRows = 3;
/// Longer than any host name with a scheme and a port (RFC 1035: 253 characters).
constexpr int longestText = 300;

} // namespace

TextListEditor::TextListEditor(Words words, Check check, QWidget *parent)
    : QWidget(parent), m_words(std::move(words)), m_check(std::move(check))
{
    const QString plain = QString(m_words.list).remove(QLatin1Char('&'));
    m_list = new QListWidget(this);
    m_list->setObjectName(m_words.name + QStringLiteral("List"));
    m_list->setAccessibleName(plainText(plain));
    m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * (shownRows + 1));
    m_list->installEventFilter(this);
    m_field = new QLineEdit(this);
    m_field->setObjectName(m_words.name + QStringLiteral("Field"));
    m_field->setAccessibleName(plainText(tr("New entry: %1").arg(plain)));
    m_field->setPlaceholderText(plainText(m_words.placeholder));
    m_field->setMaxLength(longestText);
    m_add = new QPushButton(tr("Add"), this);
    m_add->setObjectName(m_words.name + QStringLiteral("AddButton"));
    m_add->setAccessibleName(plainText(tr("Add to: %1").arg(plain)));
    m_add->setAutoDefault(false);
    m_remove = new QPushButton(tr("Remove"), this);
    m_remove->setObjectName(m_words.name + QStringLiteral("RemoveButton"));
    m_remove->setAccessibleName(plainText(tr("Remove from: %1").arg(plain)));
    m_remove->setAutoDefault(false);
    m_problem = new ProblemLabel(m_words.name + QStringLiteral("Problem"), this);
    setupLayout();
    connect(m_add, &QPushButton::clicked, this, &TextListEditor::add);
    connect(m_field, &QLineEdit::returnPressed, this, &TextListEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &TextListEditor::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &TextListEditor::refreshButtons);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        // Told while it is typed only when it was wrong before: half a name is no mistake.
        if (text.trimmed().isEmpty() || m_check(text))
            m_problem->showProblem({}, m_field);
        refreshButtons();
    });
    refreshButtons();
}

void TextListEditor::setupLayout()
{
    auto *caption = plainLabel(m_words.list, this);
    caption->setBuddy(m_field);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(caption, 0, 0, 1, 2);
    layout->addWidget(m_list, 1, 0);
    layout->addWidget(m_remove, 1, 1, Qt::AlignTop);
    layout->addWidget(m_field, 2, 0);
    layout->addWidget(m_add, 2, 1);
    layout->addWidget(m_problem, 3, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    setTabOrder(m_list, m_remove);
    setTabOrder(m_remove, m_field);
    setTabOrder(m_field, m_add);
}

void TextListEditor::setTexts(const QStringList &texts)
{
    if (texts == this->texts())
        return;
    m_list->clear();
    for (const QString &text : texts)
        append(text);
    refreshButtons();
}

/// What it shows is plain, what it keeps is as it was given.
void TextListEditor::append(const QString &text)
{
    auto *item = new QListWidgetItem(plainText(text), m_list);
    item->setData(Qt::UserRole, text);
}

QStringList TextListEditor::texts() const
{
    QStringList texts;
    for (int row = 0; row < m_list->count(); ++row)
        texts.append(m_list->item(row)->data(Qt::UserRole).toString());
    return texts;
}

void TextListEditor::add()
{
    if (m_field->text().trimmed().isEmpty())
        return;
    const auto text = m_check(m_field->text());
    if (!text) {
        m_problem->showProblem(m_words.refusal, m_field);
        m_field->setFocus();
        return;
    }
    qsizetype row = texts().indexOf(*text);
    const bool isNew = row < 0;
    if (isNew) {
        append(*text);
        row = m_list->count() - 1;
    }
    m_list->setCurrentRow(int(row));
    m_field->clear();
    if (isNew)
        Q_EMIT changed();
}

void TextListEditor::removeCurrent()
{
    if (!m_list->currentItem())
        return;
    delete m_list->takeItem(m_list->currentRow());
    refreshButtons();
    Q_EMIT changed();
}

void TextListEditor::refreshButtons()
{
    m_add->setEnabled(!m_field->text().trimmed().isEmpty());
    m_remove->setEnabled(m_list->currentItem() != nullptr);
}

bool TextListEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        removeCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ticker

#include "moc_text_list_editor.cpp"
