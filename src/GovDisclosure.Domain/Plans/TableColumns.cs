using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>What a column of a task table (任务分解表) holds.</summary>
internal enum TableColumn
{
    /// <summary>责任人, 备注: nothing that the plan's form keeps.</summary>
    Other,

    /// <summary>序号.</summary>
    Number,

    /// <summary>类别, 领域: headings above the tasks.</summary>
    Category,

    /// <summary>重点任务, 公开事项: what a task is called.</summary>
    Title,

    /// <summary>具体措施, 公开内容: what is to be done.</summary>
    Detail,

    /// <summary>牵头单位.</summary>
    Lead,

    /// <summary>责任单位.</summary>
    Responsible,

    /// <summary>配合单位.</summary>
    Cooperating,

    /// <summary>完成时限.</summary>
    Time,
}

/// <summary>Recognises the columns of a table by the words of its heading row.</summary>
internal static partial class TableColumns
{
    // A heading row stands at the top, below a title of the table at most.
    private const int LastHeadingRow = 3;

    /// <summary>Finds the heading row; false for a table that is none of tasks with those who do them.</summary>
    public static bool TryFind(PlanTable table, string text, out int row, out TableColumn[] columns)
    {
        for (row = 0; row < table.Rows.Count && row <= LastHeadingRow; row++)
        {
            columns = [.. table.Rows[row].Cells.Select(cell => Of(Folding.Fold(text.Substring(cell.Start, cell.Length))))];
            if (Array.Exists(columns, IsWho) && Array.Exists(columns, IsWhat))
            {
                return true;
            }
        }

        columns = [];
        return false;
    }

    public static bool IsWho(TableColumn column) => column is TableColumn.Lead or TableColumn.Responsible or TableColumn.Cooperating;

    public static bool IsWhat(TableColumn column) => column is TableColumn.Title or TableColumn.Detail;

    /// <summary>Reads one folded cell of a heading row.</summary>
    public static TableColumn Of(string folded)
    {
        var words = Layout().Replace(folded, string.Empty);
        return AttributionLabels.OfColumn(words) switch
        {
            AttributionLabelKind.Lead => TableColumn.Lead,
            AttributionLabelKind.Responsible => TableColumn.Responsible,
            AttributionLabelKind.Cooperating => TableColumn.Cooperating,
            AttributionLabelKind.Time => TableColumn.Time,
            AttributionLabelKind.Other => TableColumn.Other,
            null when Number().IsMatch(words) => TableColumn.Number,
            null when Title().IsMatch(words) => TableColumn.Title,
            null when Detail().IsMatch(words) => TableColumn.Detail,
            null when Category().IsMatch(words) => TableColumn.Category,
            _ => TableColumn.Other,
        };
    }

    [GeneratedRegex(@"\s+", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Layout();

    [GeneratedRegex("^(?:序号|编号|序|项次|条目|任务序号|任务编号)$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Number();

    [GeneratedRegex(
        "^(?:年度|主要|重点|工作|公开|目标)*(?:任务|事项|项目|重点工作)(?:名称)?$|^(?:重点|主要|年度|目标)?工作(?:名称|目标|重点)?$|^(?:二级|三级)(?:任务|指标|事项)$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Title();

    [GeneratedRegex(
        "^(?:具体|工作|任务|主要|推进|公开|细化|分解|重点|目标|落实|实施|内容|年度)*(?:内容|措施|举措|要求|任务|要点|标准|工作|任务分解|分解)(?:及要求|和要求|及标准|和措施|及措施)?$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Detail();

    [GeneratedRegex("^(?:任务|工作|事项|公开|重点)*(?:类别|分类|领域|板块|类型|方面|部分|大类)$|^一级(?:任务|指标|事项)$|^章节$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Category();
}
