using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Plans;

/// <summary>An agency that a task reaches, as <c>gov.task_reach</c> returns it.</summary>
public sealed class TaskReachRow
{
    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>The agency.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The strongest role in which the attribution reaches it.</summary>
    public required AssignmentRole Role { get; init; }
}

internal sealed class TaskReachMapping : IEntityTypeConfiguration<TaskReachRow>
{
    public void Configure(EntityTypeBuilder<TaskReachRow> builder) =>
        builder.HasNoKey().ToTable("task_reach", table => table.ExcludeFromMigrations());
}
