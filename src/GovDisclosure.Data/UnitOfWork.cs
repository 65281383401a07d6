using System.Text.Json;
using GovDisclosure.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data;

/// <summary>What every use case that writes has in common: one transaction, repeated forms that wait for themselves, one line in the audit trail.</summary>
internal static class UnitOfWork
{
    /// <summary>Runs a use case in one transaction; all of it again where the connection was lost on the way.</summary>
    public static Task<T> InTransactionAsync<T>(this DbContext db, Func<Task<T>> work, CancellationToken cancellationToken) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await work();
            await transaction.CommitAsync(cancellationToken);
            return result;
        });

    /// <summary>Until the end of the transaction, whoever asks for the same key waits: a form sent twice at one moment, or a counter.</summary>
    public static Task LockAsync(this DbContext db, string key, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", cancellationToken);

    /// <summary>
    /// Whoever passes a duty down, takes a part back, or ends that the duty is owed waits for whoever is at it: no part is made of a duty that
    /// is being released.
    /// </summary>
    public static Task LockPartsAsync(this DbContext db, Guid obligationId, CancellationToken cancellationToken) =>
        db.LockAsync($"pass {obligationId}", cancellationToken);

    /// <summary>Adds a line to the audit trail of an agency: the unit of work's own, unless another is named.</summary>
    public static void Record(this GovDbContext db, string action, Guid subject, DateTimeOffset at, object details, Guid? agencyId = null) =>
        db.AuditEntries.Add(new AuditEntry
        {
            AgencyId = agencyId ?? db.Scope.RequiredAgencyId,
            At = at,
            ActorId = db.Scope.PersonId,
            ActorName = db.Scope.PersonName ?? "",
            RemoteAddress = db.Scope.RemoteAddress,
            Action = action,
            SubjectId = subject,
            Details = JsonSerializer.Serialize(details),
        });
}
